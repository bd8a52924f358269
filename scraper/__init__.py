"""Getting and reading pages: a Scrapy project like any other."""
