"""What our theme saves a reader: the lesson as we build it, and as Jupyter Book's stock settings do.

    python benchmarks/page_weight.py

Both are built from the same committed sources, served with gzip by the course's own server, and loaded cold
in the same Chromium with the outside world cut off. The stock page lacks our widgets' script, which
flatters it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pnh import serve
from pnh.paths import ROOT
from pnh.site.build import JUPYTER_BOOK

LESSON = "notebooks/04_cfs_clinical_picture.html"
STOCK = """title: Cramps, Twitches and Microcramps
only_build_toc_files: true
execute: {execute_notebooks: "off"}
"""
CHROMIUM = os.environ.get("PNH_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def build(folder: Path, config: str) -> tuple[Path, float]:
    """The book of this repository under `config`: its folder, and the seconds it took."""
    folder.mkdir()
    for name in ("book", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "_toc.yml", folder)
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    begun = time.perf_counter()
    command = [sys.executable, "-c", JUPYTER_BOOK, "build", str(folder), "-q"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "_build" / "html", time.perf_counter() - begun


def weigh(browser: Browser, book: Path) -> dict[str, float]:
    """KiB over the wire, requests answered, requests that tried to leave this computer, page errors."""
    server = serve.listen(book, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_context().new_page()
    sizes: list[float] = []
    outside: list[str] = []
    errors: list[str] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("pageerror", lambda error: errors.append(str(error)))

    def gate(route) -> None:
        if route.request.url.startswith((server.address, "data:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    page.route("**/*", gate)
    page.goto(server.address + LESSON, wait_until="networkidle")
    page.context.close()
    server.shutdown()
    return {
        "KiB, gzip": sum(sizes) / 1024,
        "requests": len(sizes),
        "requests to others": len(outside),
        "page errors": len(errors),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        ours, our_seconds = build(Path(scratch) / "ours", (ROOT / "_config.yml").read_text(encoding="utf-8"))
        stock, stock_seconds = build(Path(scratch) / "stock", STOCK)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        rows = {name: weigh(browser, book) for name, book in (("ours", ours), ("stock", stock))}
        browser.close()
    rows["ours"]["seconds to build"], rows["stock"]["seconds to build"] = our_seconds, stock_seconds
    print(f"{LESSON}\n{'':20}{'ours':>10}{'stock':>10}{'ratio':>9}")
    for name, value in rows["ours"].items():
        other = rows["stock"][name]
        ratio = f"{other / value:8.1f}x" if value else f"{'':9}"
        print(f"{name:20}{value:10.1f}{other:10.1f}{ratio}")


if __name__ == "__main__":
    main()
