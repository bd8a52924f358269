"""Commands of `scrapy` in the place of its own."""
