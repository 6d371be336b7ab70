"""A reader who asks a site that may be in trouble, and what the reader is told."""

import re
import time
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from tests.load.reader import FORM_ADDRESS, TOKEN_ADDRESS

LONGEST_WAIT = 20  # seconds for one answer
OWN_PAGE = "Reyndu aftur eftir andartak"
NOTHING_STORED = "Ekkert var vistað"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
WRITTEN = re.compile(r'<textarea class="input" id="[^"]+" name="([^"]+)" rows="\d+">\n(.*?)</textarea>', re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """`status` is 0 where there was none. `seconds`: how long it took."""

    status: int
    headers: dict[str, str]
    text: str
    seconds: float

    @property
    def is_the_own_page(self) -> bool:
        """503, as a page of ours that says when to come back, and that nobody keeps."""
        is_told_when = self.headers.get("retry-after", "").isdigit() and "no-store" in self.headers["cache-control"]
        return self.status == 503 and is_told_when and OWN_PAGE in unescape(self.text)

    def form(self) -> dict[str, str]:
        """What the form of this page would send."""
        found = HIDDEN.findall(self.text) + WRITTEN.findall(self.text)
        return {name: unescape(value) for name, value in found}


def ask(port: int, path: str, form: dict[str, str] | None = None) -> Answer:
    """GET, or POST where there is a form."""
    headers = {"Origin": f"http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-origin", "Connection": "close"}
    body = None if form is None else urlencode(form)
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection, began = HTTPConnection("127.0.0.1", port, timeout=LONGEST_WAIT), time.perf_counter()
    try:
        connection.request("GET" if body is None else "POST", path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        said = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, said, text, time.perf_counter() - began)
    except (OSError, HTTPException) as error:
        return Answer(0, {}, type(error).__name__, time.perf_counter() - began)
    finally:
        connection.close()


@dataclass
class Writer:
    """Somebody who has opened an article and its form before the trouble began."""

    port: int
    slug: str

    def __post_init__(self):
        page = ask(self.port, f"/{self.slug}/").text
        self.form_at = FORM_ADDRESS.search(page)[1]
        self.token_at = TOKEN_ADDRESS.search(page)[1]
        self.token = self.fetched()

    def fetched(self) -> str:
        return ask(self.port, self.token_at).text.removeprefix('{"token": "').removesuffix('"}')

    def send(self, text: str) -> Answer:
        form = {"name": "Lesandi", "email": "", "text": text, "website": "", "step": "send", "token": self.token}
        return ask(self.port, self.form_at, form)

    def send_again(self, refused: Answer) -> Answer:
        """By the button of the page that refused it."""
        return ask(self.port, self.form_at, refused.form())
