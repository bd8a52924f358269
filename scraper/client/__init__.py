"""The HTTP/1.1 client of the crawler, behind Scrapy's downloader.

`wire` is what goes over the wire, as bytes; `connection` is one connection and what is exchanged over it; `handler` is
what Scrapy calls: where to connect to, how long to wait, and what an error means.
"""
