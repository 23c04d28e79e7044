"""A small web server for the built book: right MIME types, gzip, validators, nothing outside its folder."""

from __future__ import annotations

import errno
import gzip
import os
import sys
import threading
import webbrowser
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"

# Named here because the operating system's own table differs from one computer to the next.
MIME_TYPES = {
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".inv": "application/octet-stream",
    ".ipynb": "application/x-ipynb+json",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".wav": "audio/wav",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "text/plain; charset=utf-8",
    ".yml": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}
ALREADY_SMALL = {".gif", ".jpeg", ".jpg", ".mp3", ".ogg", ".png", ".webp", ".woff", ".woff2", ".zip"}
WORTH_COMPRESSING_BYTES = 512


@dataclass(frozen=True)
class Body:
    """What goes over the wire for one file, in one encoding."""

    content: bytes
    mime: str
    gzipped: bool
    etag: str
    modified: int  # seconds since 1970


class BookServer(ThreadingHTTPServer):
    daemon_threads = True
    # On Windows this option would let a second server take the same port unnoticed.
    allow_reuse_address = os.name == "posix"

    def __init__(self, folder: Path, port: int):
        self.folder = folder
        self.compressed: dict[Path, tuple[str, bytes]] = {}
        super().__init__((HOST, port), BookRequest)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}/"

    def locate(self, url_path: str) -> Path | None:
        """The file or folder a request path names; None when there is none, or it lies outside the book."""
        parts = [part for part in unquote(url_path).split("/") if part]
        if any(part == ".." or set(part) & set("\\:\0") for part in parts):
            return None
        root = self.folder.resolve()
        try:
            path = root.joinpath(*parts).resolve()
            return path if path.is_relative_to(root) and path.exists() else None
        except OSError:  # a name longer than the file system allows
            return None

    def body(self, path: Path, gzip_accepted: bool) -> Body:
        status = path.stat()
        content = path.read_bytes()
        mime = MIME_TYPES.get(path.suffix.lower(), "application/octet-stream")
        version = f"{status.st_mtime_ns:x}-{status.st_size:x}"
        worth_it = len(content) >= WORTH_COMPRESSING_BYTES and path.suffix.lower() not in ALREADY_SMALL
        if not (gzip_accepted and worth_it):
            return Body(content, mime, False, f'"{version}"', int(status.st_mtime))
        known_version, small = self.compressed.get(path, ("", b""))
        if known_version != version:
            small = gzip.compress(content, 6, mtime=0)
            self.compressed[path] = (version, small)
        return Body(small, mime, True, f'"{version}-gzip"', int(status.st_mtime))

    def handle_error(self, request, client_address) -> None:
        """A browser that hangs up is no news."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class BookRequest(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "course"
    sys_version = ""
    timeout = 60  # seconds an idle connection may stay
    server: BookServer

    def do_GET(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        self.answer()

    def answer(self) -> None:
        url_path = urlsplit(self.path).path
        path = self.server.locate(url_path)
        if path and path.is_dir():
            if not url_path.endswith("/"):
                self.redirect(quote("/" + unquote(url_path).strip("/") + "/"))
                return
            path = path / "index.html"
        elif path and url_path.endswith("/"):
            path = None
        if path and path.is_file():
            self.send(HTTPStatus.OK, self.server.body(path, self.accepts_gzip()))
        else:
            self.not_found()

    def not_found(self) -> None:
        page = self.server.folder / "404.html"
        if page.is_file():
            self.send(HTTPStatus.NOT_FOUND, self.server.body(page, self.accepts_gzip()))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def redirect(self, where: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(self, status: HTTPStatus, body: Body) -> None:
        unchanged = status is HTTPStatus.OK and self.client_has(body)
        self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else status)
        self.send_header("ETag", body.etag)
        self.send_header("Last-Modified", formatdate(body.modified, usegmt=True))
        self.send_header("Cache-Control", "no-cache")  # keep it, but ask whether it changed
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        if not unchanged:
            self.send_header("Content-Type", body.mime)
            self.send_header("Content-Length", str(len(body.content)))
            if body.gzipped:
                self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if not unchanged and self.command != "HEAD":
            self.wfile.write(body.content)

    def client_has(self, body: Body) -> bool:
        """Whether the client's copy is current; ETags, when given, decide alone (RFC 9110, 13.2.2)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            offered = [tag.strip().removeprefix("W/") for tag in tags.split(",")]
            return "*" in offered or body.etag in offered
        since = self.headers.get("If-Modified-Since")
        try:
            return bool(since) and body.modified <= parsedate_to_datetime(since).timestamp()
        except ValueError:
            return False

    def accepts_gzip(self) -> bool:
        for offer in self.headers.get("Accept-Encoding", "").lower().split(","):
            name, _, quality = offer.partition(";")
            if name.strip() in ("gzip", "*"):
                return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
        return False

    def log_message(self, *_) -> None:
        """Quiet: the terminal belongs to the address and to Ctrl-C."""


def listen(folder: Path, port: int) -> BookServer:
    """Take the port; SystemExit with a plain sentence when that is impossible."""
    try:
        return BookServer(folder, port)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE or getattr(problem, "winerror", 0) in (10013, 10048):
            raise SystemExit(
                f"Port {port} is taken by another program (perhaps the course is open already): "
                f"choose another one, for example --port {port + 1 if port < 65535 else 8765}."
            ) from None
        if problem.errno == errno.EACCES:
            sentence = f"Port {port} is reserved: choose one above 1023, for example --port 8765."
        else:
            sentence = f"The server could not start on port {port}: {problem.strerror}."
        raise SystemExit(sentence) from None


def run(server: BookServer, browser: bool) -> None:
    """Serve until Ctrl-C."""
    try:
        print(f"The course is open at {server.address}  (Ctrl-C ends it)", flush=True)
        if browser:
            threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nClosed.")
