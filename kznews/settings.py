"""Scrapy settings of kznews. Every number has its reason beside it; docs/settings.md lists what users may set.

Settings of ours may also come from the environment as KZNEWS_<NAME> (KZNEWS_STORE, KZNEWS_REPLAY, ...), in words whose form is
that of the default (kznews/given.py).
"""

from __future__ import annotations

import os

BOT_NAME = "kznews"
SPIDER_MODULES = ["kznews.spiders"]
NEWSPIDER_MODULE = "kznews.spiders"
SPIDER_LOADER_CLASS = "kznews.spiderloader.PortalLoader"
COMMANDS_MODULE = "kznews.commands"
ADDONS = {"kznews.middlewares.replay.ReplayAddon": 100}
defaults: dict[str, object] = {}
"""The settings that the environment may give, with what they are without it."""


def own(name: str, default: object) -> object:
    """Return a setting of ours: what the environment says, unless that is empty, else its default."""
    defaults[name] = default
    return os.environ.get(f"KZNEWS_{name}") or default


# --- ours ---------------------------------------------------------------------------------------------------------------
STORE = own("STORE", "sqlite:///data/kznews.db")
# Seconds: a backup or a restart of a server ends within minutes, a run that hangs for hours helps nobody.
STORE_PATIENCE = own("STORE_PATIENCE", 600.0)
KEEP_PAGES = own("KEEP_PAGES", default=False)  # off: a page takes four times the space of its text
# Bytes; a day of all portals needs a tenth, and a full disk would harm other programs as well.
STORE_MIN_FREE = own("STORE_MIN_FREE", 2**30)
REPLAY = own("REPLAY", "")
REPLAY_AT = own("REPLAY_AT", "")  # "": every capture in its turn
ARCHIVE = own("ARCHIVE", "")  # "": none; pages are kept by those who want to read them again
ARCHIVE_FILE_SIZE = own("ARCHIVE_FILE_SIZE", 10**9)  # bytes; what archives agree on: any file system and web store takes it
# Bytes; 2,000 pages: 20 seconds of a processor, the longest that others wait for the last one.
REEXTRACT_RANGE = own("REEXTRACT_RANGE", 64 * 2**20)
LAYOUTS = own("LAYOUTS", default=True)  # 0: general strategies alone, to measure them
# A daily run reads what is new; 20 pages of 12 are more than any portal publishes in a day.
LISTING_MAX_PAGES = own("LISTING_MAX_PAGES", 20)
GATE_ALLOW = own("GATE_ALLOW", "")  # networks that are open although not public: for tests and intranets
# Fruitless pages of one shape in a row; with the lists that lead there fewer than the 200 of reliability U4.
TRAP_AFTER = own("TRAP_AFTER", 100)
# Of one call: a daily run that finds its portal in use does nothing, so its next chance must be near.
BACKFILL_MINUTES = own("BACKFILL_MINUTES", 15.0)
PACE_DIR = own("PACE_DIR", "")  # "": a folder of this user's among the machine's temporary ones
BUDGET_REQUESTS = own("BUDGET_REQUESTS", 0)  # 0: none; a run ends by itself when nothing is due
BUDGET_BYTES = own("BUDGET_BYTES", 0)  # 0: none; every single answer is limited anyway
BUDGET_MINUTES = own("BUDGET_MINUTES", 0.0)  # 0: none; a back-fill may take days at a polite pace
HEALTH_MAIL = own("HEALTH_MAIL", "")  # files that are written after each run, "" for none
HEALTH_JSON = own("HEALTH_JSON", "")
HEALTH_PROMETHEUS = own("HEALTH_PROMETHEUS", "")
CONTACT = own("CONTACT", "https://github.com/kznews/kznews")

# --- politeness (reliability P1 to P5) ------------------------------------------------------------------------------------
USER_AGENT = f"kznews/0.1 (+{CONTACT})"
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # one request at a time per host
CONCURRENT_ITEMS = 1  # a page gives one article; Scrapy starts so many tasks for every page, 100 by default: 2 ms
DOWNLOAD_DELAY = 2.0  # seconds from an answer to the next request; Common Crawl's news crawler waits 9, Scrapy's template 1
DOWNLOAD_DELAY_JITTER = 0.0  # the delay is a promise, not an average
COOKIES_ENABLED = False  # no sessions; also avoids a hidden download of the public suffix list
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "kk,ru;q=0.5",
    "Accept-Encoding": "gzip, deflate",  # archives with brotli and zstd bodies cannot be read back everywhere
}
REFERRER_POLICY = "no-referrer"

# --- limits (reliability N1 to N5) ----------------------------------------------------------------------------------------
DOWNLOAD_TIMEOUT = 30.0  # seconds in total for one fetch
CONNECT_TIMEOUT = own("CONNECT_TIMEOUT", 10.0)  # seconds of them for name and connection; a server that is up answers in one
# Seconds that open fetches get when a run is stopped: most answers come in one, and systemd kills after 90.
STOP_GRACE = own("STOP_GRACE", 5.0)
DOWNLOAD_MAXSIZE = 5 * 2**20  # bytes, after decompression as well; the largest real page at hand has 0.16 MB
DOWNLOAD_WARNSIZE = 2**20
REDIRECT_MAX_TIMES = 5
RETRY_TIMES = 3  # after about 2, 12 and 72 seconds: a server that is started anew answers by then
RETRY_HTTP_CODES = [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]  # what says nothing about the page
METAREFRESH_ENABLED = False  # home pages reload themselves every minute; a page that only refreshes elsewhere has no text
_HANDLER = "kznews.network.handler.GatedHandler"  # the only way to the network
DOWNLOAD_HANDLERS = {"http": _HANDLER, "https": _HANDLER, "ftp": None, "s3": None, "file": None, "data": None}
HTTPPROXY_ENABLED = False  # a proxy resolves names on its own: the address that is checked must be the one connected to
DOWNLOAD_TLS_MIN_VERSION = "TLSv1.2"  # older ones are forbidden by RFC 8996
URLLENGTH_LIMIT = 1024
HTTPERROR_ALLOW_ALL = True  # every status has its outcome; our callback names it

# --- order and components -------------------------------------------------------------------------------------------------
# First in, first out: listings name the newest first, and a replay takes its pages in a fixed order.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
DUPEFILTER_CLASS = "kznews.dupefilter.RecentFilter"  # Scrapy's own remembers every request of the run, 0.1 kB each
# Two sitemaps of the 50,000 addresses that the protocol allows; about 11 MB.
DUPEFILTER_REMEMBERED = own("DUPEFILTER_REMEMBERED", 100_000)
DOWNLOADER_MIDDLEWARES = {
    "kznews.middlewares.scope.ScopeMiddleware": 50,  # before robots: nothing is asked about hosts that are not ours
    "kznews.middlewares.traps.TrapMiddleware": 60,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # drops without an outcome
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # replaced by ours, in its place
    "kznews.middlewares.robots.Robots": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # replaced by ours, in its place
    "kznews.middlewares.retry.Retries": 550,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # nothing is ever logged in to
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # replaced by ours, in its place
    "kznews.middlewares.coding.ContentCoding": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # replaced by ours, in its place
    "kznews.middlewares.redirect.Redirects": 600,
}
DOWNLOADER = "kznews.pacing.PacedDownloader"
SPIDER_MIDDLEWARES = {
    "kznews.middlewares.frontier.FrontierMiddleware": 950,  # next to the spider: sees everything it yields
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # depth is bounded by what is a source
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # a hint for beginners, asked with every page
}
EXTENSIONS = {
    "kznews.extensions.runlock.PortalLock": -10,  # before everything that opens or writes
    "kznews.extensions.ledger.Ledger": 10,
    "kznews.extensions.recorder.Recorder": 12,
    "kznews.extensions.conduct.Conduct": 15,
    "kznews.extensions.ending.Ending": 20,
    "kznews.extensions.health.RunHealth": 30,
    "kznews.extensions.progress.RunProgress": 40,
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,  # switched off it would still cost 0.3 s of imports at each start
    "scrapy.extensions.feedexport.FeedExporter": None,  # replaced by ours
    "kznews.extensions.feeds.Feeds": 0,
}
ITEM_PIPELINES = {
    "kznews.pipelines.validate.ValidatePipeline": 100,
    "kznews.pipelines.language.LanguagePipeline": 200,
    "kznews.pipelines.dedupe.DedupePipeline": 300,
    "kznews.pipelines.store.StorePipeline": 900,  # last: feeds see only what is committed
}
TELNETCONSOLE_ENABLED = False  # no listening sockets
REMOTE_CONTROL_ENABLED = False

# --- feeds and logs -------------------------------------------------------------------------------------------------------
FEED_EXPORT_ENCODING = "utf-8"
FEED_STORAGES = {
    **dict.fromkeys(("", "file"), "kznews.exporters.files.WholeFile"),
    "stdout": "kznews.exporters.files.StandardOutput",
}
FEED_EXPORTERS = {
    "csv": "kznews.exporters.csv.ArticleCsvExporter",
    "xml": "kznews.exporters.xml.ArticleXmlExporter",
    "parquet": "kznews.exporters.parquet.ArticleParquetExporter",
    "atom": "kznews.exporters.atom.ArticleAtomExporter",
}
LOG_LEVEL = own("LOG_LEVEL", "INFO")
LOG_JSON = own("LOG_JSON", default=False)  # 1: one JSON object a line, for those who collect logs
PROGRESS = own("PROGRESS", default=True)  # at a terminal alone; 0: none there either
LOG_FORMATTER = "kznews.logformatter.LineFormatter"
LOGSTATS_INTERVAL = 60.0
