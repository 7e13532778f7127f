"""From bytes to values: pure, without Scrapy, clock, network or store."""
