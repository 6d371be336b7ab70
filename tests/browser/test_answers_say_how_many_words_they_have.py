"""Beside the answer of each side stands how many words it has."""

from playwright.sync_api import expect

from tests.browser.writing_desk import add
from tests.factories import make_article


def test_the_count_follows_the_typing_in_new_sides_too(sit_down, transactional_db):
    article = make_article(sides=["Sala", "Þjónusta"], publish=False)
    article.sides.update(answer_is="Athöfn við sölu – á vörum.")
    desk = sit_down(language="en").open(article)
    counts = desk.page.locator(".desk-sides .form-group:not(.empty-form) [data-language=is] .desk-count")
    expect(counts).to_have_text(["5 words", "5 words"])

    desk.write("[name=sides-0-answer_is]", "Athöfn.")
    expect(counts).to_have_text(["1 word", "5 words"])
    add(desk.page, "sides")
    desk.write("[name=sides-2-answer_is]", "Eitt og annað.")
    expect(counts).to_have_text(["1 word", "5 words", "3 words"])
    desk.write("[name=sides-2-answer_is]", "")

    expect(counts).to_have_text(["1 word", "5 words", ""])
    assert desk.messages == []
