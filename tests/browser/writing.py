"""An editor with an article's page open in a browser of their own."""

import threading
from dataclasses import dataclass, field

from playwright.sync_api import Page

from articles.models import Article
from tests.admin.desk import change_page
from tests.browser.desk import sign_in

# Chromium says this of every frame that may run its own scripts; the preview's policy and origin are the site's.
OF_FRAMES = "An iframe which has both allow-scripts and allow-same-origin"
ADD = "/admin/articles/article/add/"


@dataclass
class Desk:
    """The page, what the console said, and what was asked of the site."""

    page: Page
    base: str
    messages: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, article: Article | None = None) -> "Desk":
        self.page.goto(self.base + (change_page(article) if article else ADD))
        return self

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).fill(text)

    def prose(self, name: str):
        """The editor that stands for a field of prose."""
        return self.page.locator(f".prose-editor:has([name='{name}']) .ProseMirror")

    def leave(self) -> None:
        self.page.context.close()
        let_the_site_finish()

    @property
    def preview(self):
        return self.page.frame_locator(".desk-frame iframe:not(.is-coming)")

    def previews(self) -> int:
        return sum(address.endswith("/preview/") for address in self.asked)


def let_the_site_finish() -> None:
    """The page asks while one looks at it, and the database is emptied when the test is over: not while it answers."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=10)


def desk_of(chromium, base, user, *, width=1440, height=900, theme="light", language="is", **options) -> Desk:
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=theme, **options)
    sign_in(context, user, base, language)
    desk = Desk(context.new_page(), base)
    desk.page.on("console", lambda message: OF_FRAMES in message.text or desk.messages.append(message.text))
    desk.page.on("pageerror", lambda error: desk.messages.append(str(error)))
    desk.page.on("request", lambda request: request.method == "POST" and desk.asked.append(request.url))
    return desk
