"""Everything that is kept: captures, announcements, documents. Knows nothing of Scrapy."""
