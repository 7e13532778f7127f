"""XML of articles: nested values as elements, times in ISO 8601, no element for what is not known."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from itemadapter import ItemAdapter
from scrapy.exporters import XmlItemExporter


def plain(value: Any) -> Any:
    """Return a value of an item as text, lists and mappings; None within a mapping is left out.

    >>> plain({"lead": None, "rates": [{"value": Decimal("7.30")}]})
    {'rates': [{'value': '7.30'}]}
    """
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


class ArticleXmlExporter(XmlItemExporter):
    """Scrapy's XML exporter; its own would write the Python form of rates and weather."""

    def export_item(self, item: Any) -> None:
        super().export_item(plain(ItemAdapter(item).asdict()))
