"""What the network part raises; kznews.failures gives each its reason."""

from __future__ import annotations

from scrapy.exceptions import DownloadCancelledError, IgnoreRequest, ResponseDataLossError


class OffSite(IgnoreRequest):
    """Raised for a request that is not on a host and port that the portal declares."""


class PrivateAddress(IgnoreRequest):
    """Raised where a host has no address of the public Internet."""


class Overlong(DownloadCancelledError):  # noqa: N818 - it says what happened
    """Raised for an answer whose headers, or whose chunks' own lines, do not end within the limits."""


class TooLarge(IgnoreRequest):
    """Raised for a body that is larger than it may be when it is unpacked."""


class BadCoding(IgnoreRequest):
    """Raised for a body that is not in the content coding that it names, or is in several."""


class CutShort(ResponseDataLossError):  # noqa: N818
    """Raised for an answer that ended before it was complete."""


class LeftAlone(IgnoreRequest):
    """Raised for a request to a host that is not asked any more in this run; the page is not to blame."""


class ForbiddenByRobots(IgnoreRequest):
    """Raised for an address that a robots.txt forbids."""


class RobotsUnreachable(IgnoreRequest):
    """Raised for an address of whose robots.txt nothing is known for now."""
