"""From matplotlib's SVG to one that may stand inside a page: theme colours, the page's font, unique ids."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

from matplotlib import rc_context
from matplotlib.figure import Figure as MatplotlibFigure

from pnh.figures.palette import colours, style

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
SANS = "var(--pnh-sans,system-ui,sans-serif)"


def inline_svg(fig: MatplotlibFigure, alt: str, prefix: str) -> str:
    """The drawing as an `svg` element with the alternative text as its name.

    Colours of the palette become ``var(--pnh-…,colour)``; every id that is referred to starts with `prefix`,
    all others are dropped. The same drawing gives the same bytes.
    """
    root = ElementTree.fromstring(_as_matplotlib_writes_it(fig))
    _drop(root, {f"{{{SVG}}}metadata", f"{{{SVG}}}style"})
    _rename_ids(root, prefix)
    for element in root.iter():
        _dress(element)
    inner = "".join(_markup(child) for child in root)
    paper = f"var(--pnh-paper,{colours()['paper']})"
    return (  # the width is for JupyterLab, where a drawing without one fills the window
        f'<svg xmlns="{SVG}" class="pnh-drawing" role="img" aria-label="{_attribute(alt)}" '
        f'viewBox="{root.attrib["viewBox"]}" '
        'width="512" '
        f'style="overflow:visible;stroke-linejoin:round;background:{paper}">{inner}</svg>'
    )


def _as_matplotlib_writes_it(fig: MatplotlibFigure) -> str:
    written = io.StringIO()
    with rc_context(style()):
        fig.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    return written.getvalue()


def _drop(root: ElementTree.Element, tags: set[str]) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in tags or (child.tag == f"{{{SVG}}}defs" and all(kin.tag in tags for kin in child)):
                parent.remove(child)


def _rename_ids(root: ElementTree.Element, prefix: str) -> None:
    text = ElementTree.tostring(root, encoding="unicode")
    used = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))
    for element in root.iter():
        if (name := element.attrib.pop("id", None)) in used:
            element.set("id", f"{prefix}-{name}")
        for attribute, value in list(element.attrib.items()):
            value = re.sub(r"url\(#", f"url(#{prefix}-", value)
            if attribute == f"{{{XLINK}}}href":
                del element.attrib[attribute]
                element.set("href", value.replace("#", f"#{prefix}-", 1))
            else:
                element.set(attribute, value)


def _dress(element: ElementTree.Element) -> None:
    """Theme colours and fonts in the style, no rotation by nothing, no line breaks in paths."""
    if "style" in element.attrib:
        declared = re.sub(r"font-family:[^;]+", f"font-family:{SANS}", element.attrib["style"])
        declared = re.sub(r"\s*([:;])\s*", r"\1", declared)
        for name, colour in colours().items():
            declared = declared.replace(colour, f"var(--pnh-{name},{colour})")
        element.set("style", declared)
    if re.match(r"rotate\(-?0 ", element.attrib.get("transform", "")):
        del element.attrib["transform"]
    if "d" in element.attrib:
        element.set("d", " ".join(element.attrib["d"].split()))


def _markup(element: ElementTree.Element) -> str:
    """HTML for one element: no namespace prefixes, no groups that say nothing."""
    tag = element.tag.removeprefix(f"{{{SVG}}}")
    children = "".join(_markup(child) for child in element)
    if tag == "g" and not element.attrib:
        return children
    attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in element.attrib.items())
    text = _text(element.text) if tag == "text" else ""
    return f"<{tag}{attributes}>{text}{children}</{tag}>" if text or children else f"<{tag}{attributes}/>"


def _text(plain: str | None) -> str:
    return (plain or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(plain: str) -> str:
    return _text(plain).replace('"', "&quot;")
