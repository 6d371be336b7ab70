"""Two people with the same article open, each in a browser of their own: no sentence of either is lost."""

import pytest

from articles import rows
from articles.models import Article
from tests.admin.desk import change_page
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_article


@pytest.fixture
def article(transactional_db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=2, publish=False)


@pytest.fixture
def open_for(article, open_at_desk):
    """Opens the article's page for somebody: open_for(name, **of the browser's context)."""
    return lambda name, width=1280, **options: open_at_desk(change_page(article), user=name, width=width, **options)


def cell(page, row, side):
    return page.locator(f"[name='dimensions-{row}-cell-{side}-is']")


def save(page):
    page.locator("[name='_continue']").first.click()
    page.wait_for_load_state()


def content(article):
    return rows.read(Article.objects.get(pk=article.pk))


def said(article, row, side):
    return content(article).dimensions[row].cells[side].text["is"]


@pytest.mark.parametrize("scripts", [True, False])
def test_two_editors_save_the_same_article(article, open_for, scripts):
    first, second = (open_for(name, java_script_enabled=scripts) for name in ("ritstjori", "annar"))
    cell(first, 0, "sala").fill("Eins og sá fyrri skrifaði")
    cell(first, 1, "sala").fill("Aðeins sá fyrri")
    cell(second, 0, "sala").fill("Eins og sá seinni skrifaði")
    cell(second, 1, "thjonusta").fill("Aðeins sá seinni")

    save(first)
    save(second)
    second.locator("[type=radio][value=both]").check()
    second.locator("textarea").fill("Eins og sá fyrri skrifaði, og sá seinni.")
    second.locator("[name=_decided]").click()
    second.wait_for_load_state()

    assert said(article, 0, 0) == "Eins og sá fyrri skrifaði, og sá seinni."
    assert (said(article, 1, 0), said(article, 1, 1)) == ("Aðeins sá fyrri", "Aðeins sá seinni")
    assert second.url.endswith(change_page(article))


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "light"), (1280, "dark"), (390, "dark")])
def test_the_page_of_a_conflict_is_for_everybody(article, open_for, width, theme):
    first, second = open_for("ritstjori"), open_for("annar", width, theme=theme, bypass_csp=True)
    for page, who in ((first, "fyrri"), (second, "seinni")):
        cell(page, 0, "sala").fill(f"Eins og sá {who} skrifaði")
        page.locator("[name=title_is]").fill(f"Titill, {who}")
    cell(first, 1, "sala").fill("Aðeins sá fyrri")
    save(first)
    save(second)

    assert second.locator(".desk-clash").count() == 3
    assert violations(second) == []
    assert second.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_preview_stands_in_a_frame_of_the_desk(article, open_for):
    page = open_for("ritstjori")
    cell(page, 0, "sala").fill("Séð í ramma")
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    page.evaluate("""async () => {
        const form = document.querySelector("#article_form");
        const body = new FormData(form);
        body.set("_language", "is");
        const answer = await fetch(location.pathname.replace("change/", "preview/"), { method: "POST", body });
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-same-origin allow-scripts");
        frame.name = "preview";
        frame.src = (await answer.json()).address;
        const loaded = new Promise((done) => frame.addEventListener("load", done));
        document.querySelector("main").append(frame);
        await loaded;
    }""")

    frame = page.frame("preview")
    frame.get_by_text("Séð í ramma").first.wait_for()
    address = frame.url
    frame.evaluate("document.querySelector('a[href^=\"/\"]').click()")
    frame.evaluate("document.querySelector('a[href=\"#tafla\"]').click()")
    assert frame.url in (address, f"{address}#tafla")
    assert [text for text in refused if "Content Security Policy" in text] == []
