"""`show`: what a drawing becomes, whoever drew it."""

from __future__ import annotations

import base64
import html
import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image

from pnh.figures.canvas import Canvas
from pnh.figures.display import show
from pnh.figures.palette import colours, style

ALT = "A dot on a line, at forty of one hundred units, with the words forty & more beside it"


def drawing() -> Canvas:
    sheet = Canvas(height=60, width=200)
    sheet.line((0, 100), (30, 30), colour="edge")
    sheet.mark(40, 30)
    sheet.text(60, 20, "forty & more <of them>", ha="right", colour="signal")
    return sheet


def shown(alt: str = ALT):
    return show(drawing().figure, alt=alt, caption="One dot.")


def test_the_same_drawing_gives_the_same_bytes():
    first, second = shown(), shown()
    assert first.svg == second.svg
    assert first.png == second.png


def test_the_drawing_is_an_image_with_the_alternative_text_as_its_name():
    svg = ElementTree.fromstring(shown().svg)
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-label"] == ALT


def test_the_drawing_has_no_html_form_which_an_untrusted_notebook_would_strip_to_its_words():
    data = shown().drawing()
    assert set(data) == {"image/svg+xml", "image/png", "text/plain"}
    assert data["text/plain"] == f"Figure: {ALT}"
    assert Image.open(io.BytesIO(base64.b64decode(data["image/png"]))).size == (400, 120)


def test_the_caption_also_holds_the_figure_in_words():
    caption = shown().legend()["text/html"]
    assert re.search(r"<p>.*One dot\..*</p>", caption)
    assert "<summary>The figure in words</summary>" in caption and ALT in html.unescape(caption)


def test_every_colour_is_a_property_of_the_theme_with_the_light_colour_behind_it():
    bare = re.sub(r"var\(--pnh-[\w-]+,#[0-9a-f]{6}\)", "", shown().svg)
    assert not re.search(r"#(?!fig-)[0-9a-f]{6}\b", bare.replace("#000000;stroke-opacity:0", "")), bare
    assert f"var(--pnh-signal,{colours()['signal']})" in shown().svg


def test_text_stays_text_in_the_font_of_the_page():
    svg = shown().svg
    assert "forty &amp; more &lt;of them&gt;" in svg
    assert "font-family:var(--pnh-sans,system-ui,sans-serif)" in svg
    assert "DejaVu" not in svg


def test_ids_of_two_figures_on_one_page_never_meet():
    one, other = shown(), shown(ALT + ", once more")
    ids = [set(re.findall(r' id="([^"]+)"', figure.svg)) for figure in (one, other)]
    assert ids[0] and not ids[0] & ids[1]
    used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', one.svg))
    assert {a or b for a, b in used} <= ids[0]


def test_nothing_of_the_drawing_reaches_beyond_it():
    svg = shown().svg
    assert not re.search("<style|<metadata|<[?]xml|http", svg.replace("http://www.w3.org/2000/svg", ""))


@pytest.mark.parametrize(
    "alt", ["", "A figure", "figure_1.png", "see ../notebooks/figures/one in the folder of the course please"]
)
def test_an_alternative_text_that_says_nothing_is_refused(alt):
    with pytest.raises(ValueError, match="alt: say in words"):
        show(drawing().figure, alt=alt, caption="")


def test_the_style_uses_a_font_that_matplotlib_carries_and_a_fixed_salt():
    assert style()["font.family"] == "DejaVu Sans"
    assert style()["svg.hashsalt"] and style()["svg.fonttype"] == "none"
