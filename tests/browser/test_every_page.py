"""One pass over every page: nothing from outside, no error, no accessibility violation, no broken link, in budget."""

from __future__ import annotations

import gzip
import re
import shutil
import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from pnh import serve
from pnh.content import load_course
from pnh.paths import ROOT
from pnh.site.assets import FRONT_END
from pnh.site.pages import MORE_FILES, SAFETY_NOTE
from tests.browser.conftest import visiting

WITHOUT_DOCUMENT = {"index.html", "404.html", "search.html"}
LESSON_BUDGET_KIB = 220
LESSON_REQUESTS = 20
OUR_FILES_BUDGET_KIB = 60


def toc_documents() -> list[str]:
    """Every document that `_toc.yml` names, as a path without suffix."""
    found: list[str] = []

    def walk(node) -> None:
        if isinstance(node, dict):
            found.extend(value for name, value in node.items() if name in ("root", "file"))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8")))
    return found


PAGES = sorted({f"{name}.html" for name in toc_documents()} | WITHOUT_DOCUMENT - {"index.html"})


class Markup(HTMLParser):
    """Ids, links, images and labels of one page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []  # what a browser fetches by itself
        self.alternatives: list[str] = []
        self.nameless: list[str] = []  # links without a word
        self._link: tuple[str, list[str]] | None = None
        self.feed(source)

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"])
        for name in ("href", "src", "action"):
            if name in given:
                self.links.append(given[name] or "")
        if tag == "a" and "href" in given:
            self._link = (given["href"] or "", [given.get("aria-label") or ""])
        elif self._link and tag in ("img", "svg"):
            self._link[1].append(given.get("alt") or given.get("aria-label") or "")
        if "src" in given or tag == "link":
            self.resources.append(given.get("src") or given.get("href") or "")
        if tag == "img":
            self.alternatives.append(given.get("alt") or "")
        elif given.get("role") == "img":
            self.alternatives.append(given.get("aria-label") or given.get("aria-labelledby") or "")

    def handle_data(self, data) -> None:
        if self._link:
            self._link[1].append(data)

    def handle_endtag(self, tag) -> None:
        if tag == "a" and self._link:
            target, words = self._link
            if not "".join(words).strip():
                self.nameless.append(target)
            self._link = None


@pytest.fixture(scope="module")
def markup(book: Path) -> dict[str, Markup]:
    return {
        path.relative_to(book).as_posix(): Markup(path.read_text(encoding="utf-8"))
        for path in book.rglob("*.html")
    }


def test_there_is_one_page_for_every_entry_of_the_table_of_contents(book):
    built = {path.relative_to(book).as_posix() for path in book.rglob("*.html")}
    assert built == set(PAGES) | WITHOUT_DOCUMENT


def test_every_internal_link_and_anchor_leads_somewhere(book, markup):
    broken = []
    for page, parsed in markup.items():
        for link in parsed.links:
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            path, anchor = urldefrag(link)
            target = (book / page).parent.joinpath(unquote(path)).resolve() if path else book / page
            if not target.is_file():
                broken.append(f"{page}: {link}")
            elif anchor and target.suffix == ".html":
                known = markup[target.relative_to(book.resolve()).as_posix()].ids
                if unquote(anchor) not in known:
                    broken.append(f"{page}: {link} (no such anchor)")
    assert not broken, "\n".join(broken)


def test_every_link_has_words(markup):
    nameless = [f"{page}: {link}" for page, parsed in markup.items() for link in parsed.nameless]
    assert not nameless, "\n".join(nameless)


def test_no_page_names_a_resource_of_another_server_or_repeats_an_id(markup):
    for page, parsed in markup.items():
        assert parsed.resources, page
        foreign = [link for link in parsed.resources if re.match(r"(https?:)?//", link)]
        assert not foreign, f"{page}: {foreign}"
        doubled = {name for name in parsed.ids if parsed.ids.count(name) > 1}
        assert not doubled, f"{page}: the same id twice: {sorted(doubled)}"


def test_every_picture_says_what_it_shows(markup):
    described = [(page, words) for page, parsed in markup.items() for words in parsed.alternatives]
    assert described, "no picture found at all"
    for page, words in described:
        assert len(words) > 20 and " " in words, f"{page}: alternative text is not a description: {words!r}"
        assert not re.search(r"\.(png|svg|jpe?g)|[\\/]\w+[\\/]", words), (
            f"{page}: alternative text is a path: {words!r}"
        )


def test_every_page_carries_the_safety_note_of_claim_h_05(book):
    claim = next(
        row
        for row in yaml.safe_load((ROOT / "data/evidence/claims.yaml").read_text("utf-8"))
        if row["id"] == "h-05"
    )["claim"].casefold()
    note = _words(SAFETY_NOTE)
    for phrase in ("education only", "not medical advice", "fictional", "do not start, stop or change clonazepam",
                   "progress", "weakness", "breathing or swallowing", "suicid", "withdraw", "seizure"):  # fmt: skip
        assert phrase in note, f"the note lacks {phrase!r}"
        assert phrase in claim, f"claim h-05 changed: {phrase!r}"
    for page in book.rglob("*.html"):
        assert note in _words(page.read_text(encoding="utf-8")), f"{page}: no safety note"


def _words(source: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", source).split()).casefold()


COLOURS = ["color-contrast", "link-in-text-block"]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GUISES = (
    ("light", 1280, {"runOnly": STANDARDS}),
    ("dark", 1280, {"runOnly": COLOURS}),  # a theme changes nothing but colours
    ("dark", 320, {"runOnly": STANDARDS}),
)
"""Theme, width, and axe's rules: all of them once on a desk and once on a phone, each theme's colours on a desk."""
LIKE_ROWS = 60
"""So many rows of one kind of list, such as the 434 claims, stand for all before axe, whose time grows with the
square of their number; ids, links, the words of links and the width are tried on every row."""


def shorten_long_lists(page: Page) -> None:
    page.evaluate(
        """(most) => {
            const seen = {};
            for (const row of document.querySelectorAll('main li, main tr, main dt, main dd')) {
                if (row.closest('.pnh')) continue;
                const kind = row.tagName + row.parentElement.tagName + row.parentElement.className;
                seen[kind] = (seen[kind] ?? 0) + 1;
                if (seen[kind] > most) row.style.display = 'none';
            }
        }""",
        LIKE_ROWS,
    )


def sticks_out(page: Page) -> list[str]:
    """What makes the page scroll sideways at 320 px."""
    width, wide = page.evaluate(
        "() => [document.documentElement.scrollWidth, [...document.querySelectorAll('main *')]"
        ".filter((e) => e.getBoundingClientRect().right > 321).slice(0, 4).map((e) => e.outerHTML.slice(0, 90))]"
    )
    return [f"scrolls sideways at 320 px: {width} {wide}"] if width > 320 else []


def run_axe(page: Page, rules: dict) -> list[str]:
    found = page.evaluate("(rules) => axe.run(document, { ...rules, resultTypes: ['violations'] })", rules)
    return [
        f"{row['id']}: {row['help']} ({'; '.join(' '.join(map(str, n['target'])) for n in row['nodes'][:3])})"
        for row in found["violations"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_page(name, browser, site, record_property):
    """Loaded once and weighed as it comes (gzip, headers included); then light, dark and 320 px in place."""
    with visiting(browser) as visit:
        page = visit.page
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        sizes: list[float] = []
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        response = page.goto(site + name, wait_until="load")
        assert response.status == 200
        page.wait_for_function(
            "() => [...document.querySelectorAll('.pnh[data-pnh]')].every((e) => e.dataset.pnhReady === 'true')"
        )
        assert page.locator("h1").count() == 1
        page.evaluate(AXE_SCRIPT)
        page.set_viewport_size({"width": 320, "height": 900})
        problems = sticks_out(page)
        shorten_long_lists(page)
        for theme, width, rules in GUISES:
            page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
            page.set_viewport_size({"width": width, "height": 900})
            problems += [f"{theme} {width}: {problem}" for problem in run_axe(page, rules)]
        kib, requests = sum(sizes) / 1024, len(visit.requests)
        record_property("measured", f"{kib:8.1f} KiB gzip  {requests:3d} requests  {name}")
        if kib > LESSON_BUDGET_KIB:
            problems.append(f"{kib:.0f} KiB, allowed {LESSON_BUDGET_KIB}")
        if requests > LESSON_REQUESTS:
            problems.append(f"{requests} requests, allowed {LESSON_REQUESTS}")
        assert not problems, "\n".join(problems)
        assert requests >= 1 and kib > 1, "the page was not weighed"
        visit.no_faults()


def test_our_scripts_and_styles_stay_within_their_budget(book, record_property):
    weights = {
        name: len(gzip.compress((book / "_static" / name).read_bytes(), 9)) / 1024
        for name in ("course.css", *FRONT_END)
    }
    ours = {
        name: sum(
            kib for asset, kib in weights.items() if f"_static/{asset}" in (book / name).read_text("utf-8")
        )
        for name in PAGES
    }
    record_property(
        "measured",
        "ours, KiB gzip: "
        + ", ".join(f"{name} {kib:.1f}" for name, kib in weights.items())
        + "\nours by page: "
        + ", ".join(f"{name} {kib:.1f}" for name, kib in sorted(ours.items())),
    )
    for name, kib in ours.items():
        assert kib <= OUR_FILES_BUDGET_KIB, f"{name}: {kib:.1f} KiB of scripts and styles of ours"
    laboratory = sum(weights[name] for name in ("course.css", "pnh.js", *MORE_FILES['"bench":"one-pulse"']))
    assert max(ours.values()) >= laboratory, "no page with the laboratory was weighed"


def test_a_wrong_address_gets_a_page_that_leads_back(browser, site):
    with visiting(browser) as visit:
        for wrong in ("book/no-such-page.html", "nowhere", "notebooks/deep/er/x.html"):
            assert visit.page.goto(site + wrong).status == 404
            visit.page.get_by_role("link", name="Go to the first page").click()
            visit.page.wait_for_url("**/book/welcome.html")


def test_the_site_works_under_a_sub_path(browser, book, tmp_path):
    """As on a host that gives every project a folder: styles, scripts, links, search and the 404 page."""
    shutil.copytree(book, tmp_path / "some" / "course")
    shutil.copy(book / "404.html", tmp_path)  # such hosts show the project's page at any depth
    server = serve.listen(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with visiting(browser) as visit:
            page = visit.page
            assert page.goto(server.address + "some/course/").status == 200
            page.wait_for_url("**/some/course/book/welcome.html")
            page.locator('.pnh[data-pnh="question"][data-pnh-ready="true"]').wait_for()
            page.get_by_role("searchbox", name="Search the course").fill("cramp")
            page.keyboard.press("Enter")
            page.locator("#search-results li a").first.click()
            assert "/some/course/" in page.url and page.locator("h1").count() == 1
            visit.no_faults()
            assert page.goto(server.address + "some/course/book/gone.html").status == 404
            page.get_by_role("link", name="Go to the first page").click()
            page.wait_for_url("**/some/course/book/welcome.html")
    finally:
        server.shutdown()


def test_the_theme_button_turns_the_page_dark_and_the_next_page_stays_so(visit, site):
    page = visit.page
    page.goto(site + "book/welcome.html")
    for name, paper in (("Dark theme", "rgb(21, 24, 27)"), ("Light theme", "rgb(252, 251, 248)")):
        page.get_by_role("button", name=name).click()
        page.goto(site + "book/how_to_read.html")
        assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == paper


def test_the_search_finds_pages(visit, site, book):
    visit.page.goto(site + "book/welcome.html")
    visit.page.get_by_role("searchbox", name="Search the course").fill("fasciculation")
    visit.page.keyboard.press("Enter")
    visit.page.locator("#search-results li a").first.wait_for()
    assert visit.page.locator("#search-results li").count() >= 2


def test_words_that_stand_only_in_explanations_are_not_in_the_search_index(book):
    """An answer must not be found by searching for it. The same test sees words of the prose, so it can fail."""
    index = (book / "searchindex.js").read_text(encoding="utf-8").casefold()
    prose = " ".join(_text_outside_widgets(path) for path in book.rglob("*.html")).casefold()
    questions = load_course().questions.values()
    hidden = {
        word
        for question in questions
        for option in question.data.get("options", [])
        for word in re.findall(r"[a-z]{7,}", option["rationale"].casefold())
        if word[:6] not in prose
    }
    assert len(hidden) >= 5, "too few words to prove anything"
    # the index holds stems: a stem of six letters is looked for as the beginning of an entry
    leaked = sorted(word for word in hidden if re.search(rf'["{{,]{word[:6]}', index))
    assert not leaked, leaked
    assert re.search(r'["{,]fascicul', index)


def _text_outside_widgets(path: Path) -> str:
    source = re.sub(
        r'<script type="application/json">.*?</script>', " ", path.read_text(encoding="utf-8"), flags=re.S
    )
    source = re.sub(r'<section class="pnh-still".*?</section>', " ", source, flags=re.S)
    return re.sub(r"<[^>]+>", " ", source)
