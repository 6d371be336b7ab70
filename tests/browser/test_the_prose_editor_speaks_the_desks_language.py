"""The buttons of the prose editor are named in the language of the desk, in rows that are new as well."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing_desk import add
from tests.factories import make_article

NAMES = {
    "is": [
        "Feitletrað",
        "Skáletrað",
        "Punktalisti",
        "Tölusettur listi",
        "Tengill",
        "Fjarlægja tengil",
        "Afturkalla",
        "Gera aftur",
    ],
    "en": ["Bold", "Italic", "Bulleted list", "Numbered list", "Link", "Remove link", "Undo", "Redo"],
}
EACH = "(buttons) => buttons.map((one) => [one.title, one.ariaLabel])"


@pytest.mark.parametrize("language", NAMES)
def test_each_button_has_its_name(sit_down, transactional_db, language):
    desk = sit_down(language=language).open(make_article(publish=False))
    add(desk.page, "sides")

    for field in ("lead_is", "sides-0-description_is", "sides-2-description_is"):
        editor = desk.page.locator(f".prose-editor:has([name='{field}'])")
        buttons = editor.locator(".prose-menubar__button")
        expect(buttons).to_have_count(len(NAMES[language]))
        assert sorted(buttons.evaluate_all(EACH)) == sorted([name, name] for name in NAMES[language])
