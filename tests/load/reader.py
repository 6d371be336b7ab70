"""A reader who writes comments as a browser does: with a token that a script fetched, or by way of the preview."""

import re
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

TOKEN_ADDRESS, FORM_ADDRESS = re.compile(r'data-token-url="([^"]+)"'), re.compile(r'id="skrifa" action="([^"]+)"')
TOKEN = re.compile(r'name="token" value="([^"]+)"')
LONGEST_WAIT = 30  # seconds for one answer


@dataclass
class Reader:
    port: int
    slug: str
    has_script: bool
    took: list[float] = field(default_factory=list)  # seconds, of each request
    stored_in: list[float] = field(default_factory=list)  # seconds, of those that stored
    statuses: list[int] = field(default_factory=list)

    def __post_init__(self):
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)

    def open_the_article(self) -> None:
        """Find on the article's page where to write, and where the script gets its token."""
        _status, page = self._ask("GET", f"/{self.slug}/")
        self.form_at, self.token_at = FORM_ADDRESS.search(page)[1], TOKEN_ADDRESS.search(page)[1]

    def write(self, text: str) -> bool:
        """Write a comment; say whether the site has acknowledged it."""
        token = self._fetched() if self.has_script else self._previewed(text)
        status, _page = self._send(text, token=token)
        if status == 303:
            self.stored_in.append(self.took[-1])
        return status == 303

    def _fetched(self) -> str:
        _status, page = self._ask("GET", self.token_at)
        return page.removeprefix('{"token": "').removesuffix('"}')

    def _previewed(self, text: str) -> str:
        _status, page = self._send(text)
        found = TOKEN.search(page)
        return found[1] if found else ""

    def _send(self, text: str, **fields: str) -> tuple[int, str]:
        form = {"name": "Lesandi", "email": "", "text": text, "website": "", "step": "send", **fields}
        return self._ask("POST", self.form_at, urlencode(form))

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        headers = {"Origin": f"http://127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        try:
            self.connection.request(method, path, body or None, headers)
            answer = self.connection.getresponse()
            page = answer.read().decode()
        except (OSError, HTTPException):
            self.connection.close()
            self.statuses.append(0)
            raise
        self.took.append(time.perf_counter() - began)
        self.statuses.append(answer.status)
        return answer.status, page
