"""Charts as SVG that stands in the page itself: colours follow the page's, nothing is loaded, nothing is styled inline.

Vega-Lite draws (altair says what, vl-convert runs it without a browser). Its SVG is then reduced to the few elements and
attributes that a drawing needs: the page's content policy allows no other, and the file gets half as large.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import altair as alt
import vl_convert
from lxml import etree
from markupsafe import Markup

from kznews.report.words import AXIS, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

SVG: Final = "{http://www.w3.org/2000/svg}"
_KEPT: Final = frozenset({"svg", "g", "path", "line", "text", "title", "rect", "circle"})
_ATTRIBUTES: Final = frozenset(
    {
        "d",
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-opacity",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "opacity",
        "transform",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "r",
        "width",
        "height",
        "viewBox",
        "text-anchor",
        "font-size",
        "font-weight",
    }
)
_DIGITS: Final = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
WIDTHS: Final = {"wide": 860, "narrow": 330}
"""CSS pixels of a drawing for screens and for phones: one scaled down to a phone has letters of 4 pixels."""

TEXT, MUTED, GRID = "var(--text)", "var(--muted)", "var(--grid)"
ACCENT, SECOND, ALARM = "var(--accent)", "var(--second)", "var(--alarm)"


def draw(chart: Callable[[int], alt.TopLevelMixin | None], name: str) -> Markup:
    """Return a chart drawn for both widths; `chart` makes it for a width in pixels, `name` says what it shows."""
    return Markup("").join(
        Markup('<div class="{}">{}</div>').format(kind, one(chart(width), name)) for kind, width in WIDTHS.items()
    )


def one(chart: Any, name: str) -> Markup:
    """Return one drawing as the markup of its `<svg>`."""
    described = chart.configure(
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),  # the width is that of everything
        padding={"left": 4, "top": 6, "right": 14, "bottom": 4},  # half a label of the last column stands beside it
        background="transparent",
        font="system-ui, sans-serif",
        view=alt.ViewConfig(stroke="transparent"),
        axis=alt.AxisConfig(
            labelColor=TEXT,
            gridColor=GRID,
            domainColor=GRID,
            tickColor=GRID,
            labelFontSize=11,
            labelLimit=130,
            title=None,
        ),
        header=alt.HeaderConfig(labelColor=TEXT, labelFontSize=11, title=None),
    )
    svg = vl_convert.vegalite_to_svg(json.dumps(described.to_dict()), allowed_base_urls=[])
    return clean(svg, name)


def clean(svg: str, name: str) -> Markup:
    """Return a drawing reduced to the elements and attributes above, its tooltips as `<title>`, its words translated."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    for element in list(root.iter()):
        _clean_element(element)
    root.set("role", "img")
    root.set("aria-label", name)
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - every element and attribute is one of ours, and escaped


def _clean_element(element: Any) -> None:
    if not isinstance(element.tag, str) or element.tag.removeprefix(SVG) not in _KEPT or _is_bare(element):
        element.getparent().remove(element)
        return
    told = element.get("aria-label") if element.get("role") == "graphics-symbol" else None
    for attribute, value in list(element.attrib.items()):
        if attribute not in _ATTRIBUTES:
            del element.attrib[attribute]
        elif attribute in {"d", "transform", "x1", "x2", "y1", "y2", "fill-opacity"}:
            element.set(attribute, _DIGITS.sub(_rounded, value))
    if told:
        etree.SubElement(element, f"{SVG}title").text = told
    if element.tag == f"{SVG}text":
        _translate(element)


def _is_bare(element: Any) -> bool:
    """Return whether an element is a background or an empty group, which draw nothing."""
    return element.get("class") in {"background", "foreground"} or (element.tag == f"{SVG}g" and len(element) == 0)


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def _translate(element: Any) -> None:
    words = AXIS.get(element.text or "")
    if words is None:
        return
    element.text = None
    for language in LANGUAGES:
        part = etree.SubElement(element, f"{SVG}tspan", {"class": f"t {language}", "lang": language})
        part.text = words.of(language)
