"""How a run compares with the earlier runs of its portal: figures, judgement, words. Nothing here knows Scrapy or the store."""
