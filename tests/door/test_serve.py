"""The small web server: what a browser asks and what it gets."""

from __future__ import annotations

import gzip
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pnh import serve

PAGE = b"<!doctype html><title>Book</title>" + b"<p>A calf cramp at night.</p>" * 100


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "html"
    (folder / "book").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "404.html").write_bytes(b"<!doctype html><title>Not here</title>")
    (folder / "book" / "welcome page.html").write_bytes(PAGE)
    (folder / "book" / "index.html").write_bytes(b"short")
    for ending in ("mjs", "js", "css", "wasm", "svg", "json", "woff2", "PNG", "ipynb", "zzz"):
        (folder / f"a.{ending}").write_bytes(b"x" * 2000)
    (folder.parent / "secret.txt").write_text("outside")
    (folder / "way-out.txt").symlink_to(folder.parent / "secret.txt")
    return folder


@pytest.fixture(scope="module")
def server(book):
    with serve.listen(book, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture
def ask(server):
    """ask(path, method, **headers) → (response, body); the path is sent exactly as written."""
    connection = http.client.HTTPConnection(*server.server_address, timeout=10)

    def request(path, method="GET", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Accept-Encoding": "identity", **named})
        response = connection.getresponse()
        return response, response.read()

    yield request
    connection.close()


def test_the_root_is_the_books_index(ask):
    response, body = ask("/")
    assert (response.status, body) == (200, PAGE)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.svg", "image/svg+xml"),
        ("a.json", "application/json"),
        ("a.woff2", "font/woff2"),
        ("a.PNG", "image/png"),
        ("a.ipynb", "application/x-ipynb+json"),
        ("a.zzz", "application/octet-stream"),
    ],
)
def test_files_carry_the_type_browsers_insist_on(ask, name, mime):
    response, _ = ask(f"/{name}")
    assert response.headers["Content-Type"] == mime
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_text_is_compressed_for_those_who_accept_it(ask):
    response, body = ask("/", Accept_Encoding="br, gzip;q=0.8")
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert int(response.headers["Content-Length"]) == len(body) < len(PAGE) / 5
    assert gzip.decompress(body) == PAGE


@pytest.mark.parametrize(
    ("path", "accepted"), [("/", "identity"), ("/", "gzip;q=0"), ("/a.woff2", "gzip"), ("/book/", "gzip")]
)
def test_the_rest_is_sent_as_it_is(ask, path, accepted):
    """Unwelcome, compressed already, or too short to be worth it."""
    response, _ = ask(path, Accept_Encoding=accepted)
    assert (response.status, response.headers["Content-Encoding"]) == (200, None)


def test_a_changed_file_is_compressed_anew(book, ask):
    page = book / "changing.html"
    for text in (b"first " * 500, b"second " * 500):
        page.write_bytes(text)
        _, body = ask("/changing.html", Accept_Encoding="gzip")
        assert gzip.decompress(body) == text


def test_head_sends_the_same_headers_and_no_body(ask):
    whole, _ = ask("/a.css")
    head, body = ask("/a.css", "HEAD")
    assert (head.status, body) == (200, b"")
    for name in ("Content-Length", "Content-Type", "ETag", "Last-Modified"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_an_unchanged_file_is_not_sent_again(ask, encoding):
    first, _ = ask("/", Accept_Encoding=encoding)
    again, body = ask("/", Accept_Encoding=encoding, If_None_Match=f'W/"other", {first.headers["ETag"]}')
    assert (again.status, body) == (304, b"")
    since = first.headers["Last-Modified"]
    assert ask("/", Accept_Encoding=encoding, If_Modified_Since=since)[0].status == 304


def test_a_changed_file_is_sent_again(ask):
    assert ask("/", If_None_Match='"old"', If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT")[0].status == 200
    assert ask("/", If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT")[0].status == 200
    assert ask("/", If_Modified_Since="yesterday")[0].status == 200


def test_the_two_encodings_have_different_tags(ask):
    tags = {ask("/", Accept_Encoding=encoding)[0].headers["ETag"] for encoding in ("identity", "gzip")}
    assert len(tags) == 2


def test_a_missing_page_gets_the_books_404_page(ask):
    for path in ("/nothing.html", "/index.html/", "/book/nothing/", "/" + "x" * 5000):
        response, body = ask(path)
        assert response.status == 404, path
        assert b"Not here" in body, path


def test_a_missing_page_is_404_even_without_a_page_for_it(tmp_path):
    with serve.listen(tmp_path, 0) as bare:
        threading.Thread(target=bare.serve_forever, daemon=True).start()
        connection = http.client.HTTPConnection(*bare.server_address, timeout=10)
        connection.request("GET", "/")
        assert connection.getresponse().status == 404
        connection.close()
        bare.shutdown()


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/book/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/book/..%5c..%5csecret.txt",
        "/C:/Windows/win.ini",
        "//etc/passwd",
        "/way-out.txt",
        "/%00",
        "/secret.txt%00.html",
    ],
)
def test_nothing_outside_the_book_is_served(ask, path):
    response, body = ask(path)
    assert response.status == 404
    assert b"outside" not in body and b"root:" not in body


def test_names_with_spaces_queries_and_folders_work(ask):
    assert ask("/book/welcome%20page.html?seminar")[0].status == 200
    response, _ = ask("/book")
    assert (response.status, response.headers["Location"]) == (301, "/book/")
    assert ask("/book/")[1] == b"short"


def test_a_redirect_never_leaves_this_server(ask):
    response, _ = ask("//book")
    assert (response.status, response.headers["Location"]) == (301, "/book/")


def test_other_methods_are_refused(ask):
    assert ask("/", "POST")[0].status == 501


def test_many_readers_are_served_at_once(server):
    """A reader who says nothing does not keep the others waiting."""
    with socket.create_connection(server.server_address):
        connection = http.client.HTTPConnection(*server.server_address, timeout=5)
        connection.request("GET", "/a.json")
        assert connection.getresponse().status == 200
        connection.close()


def test_it_listens_on_this_computer_only(server):
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_address[1]}/"


def test_a_taken_port_gets_a_sentence_that_names_it(server, book):
    port = server.server_address[1]
    with pytest.raises(SystemExit) as stop:
        serve.listen(book, port)
    assert f"Port {port} is taken" in stop.value.code
    assert f"--port {port + 1}" in stop.value.code
    assert "\n" not in stop.value.code


def test_ctrl_c_ends_it_cleanly(book):
    program = "import sys; from pathlib import Path; from pnh import serve\n"
    program += "with serve.listen(Path(sys.argv[1]), 0) as server: serve.run(server, browser=False)"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", program, book],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout.readline().startswith("The course is open at http://127.0.0.1:")
    process.send_signal(signal.SIGINT)
    said, trouble = process.communicate(timeout=10)
    assert (process.returncode, said.strip(), trouble) == (0, "Closed.", "")
