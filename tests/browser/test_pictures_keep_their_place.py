"""Pictures on readers' pages keep their place, come late and weigh little; at the desk they are chosen and aimed."""

import re
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from PIL import Image
from playwright.sync_api import expect

from articles import pictures, publishing
from articles.models import Side
from tests.admin.desk import change_page
from tests.browser.conftest import SETTLED
from tests.browser.test_accessible_to_everybody import violations
from tests.browser.test_nothing_jumps_and_nothing_leaves import WATCH_SHIFTS
from tests.factories import make_article

LIST = "/admin/articles/picture/"
WORDS = "<p>" + "Þetta er lýsing á því sem borið er saman, og hún er nokkuð löng. " * 12 + "</p>"


def noisy(size) -> BytesIO:
    """As heavy as a photograph."""
    data = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(data, "JPEG")
    data.seek(0)
    return data


@pytest.fixture
def article(transactional_db, settings, tmp_path):
    """A live article with a picture of its own, one at a side and one of a subject, and the English edition."""
    settings.MEDIA_ROOT = tmp_path
    wide, tall, small = (pictures.add(noisy(size)).picture for size in [(1300, 800), (600, 1500), (200, 150)])
    for picture in (wide, tall, small):
        picture.alt_is, picture.credit_is, picture.licence = "Mynd af því", "Mynd: Ritstjórn Munar", "CC BY 4.0"
        picture.focal_y = 25
        picture.save()
    while pictures.make_due():
        pass
    article = make_article(publish=False, languages=("is", "en"), sides=["Sala", "Þjónusta"], dimensions=3)
    Side.objects.filter(article=article).update(description_is=WORDS, description_en=WORDS)
    article.picture = wide
    article.save()
    first, second = article.sides.select_related("subject")
    first.picture, second.subject.picture = tall, small
    first.save()
    second.subject.save()
    for edition in article.editions.all():
        publishing.publish(edition)
    return article


@pytest.fixture
def page_of(sign_in_at_desk):
    """Opens a page for a reader, or for somebody at the desk."""

    def open_page(path, *, user=None, **options):
        page = sign_in_at_desk(user, **options).new_page()
        page.messages, page.answers = [], []
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.on("response", lambda answer: page.answers.append(answer))
        page.add_init_script(WATCH_SHIFTS)
        page.goto(path)
        page.evaluate(SETTLED)
        return page

    return open_page


def read_to_the_end(page) -> None:
    for picture in page.locator("picture img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("image => image.complete || new Promise((done) => image.addEventListener('load', done))")


def address(article, language="is") -> str:
    return article.editions.get(language=language).get_absolute_url()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_pictures_come(article, page_of, width):
    page = page_of(address(article), width=width)
    tops = "[...document.querySelectorAll('h2')].map(part => Math.round(part.getBoundingClientRect().top + scrollY))"
    before = page.evaluate(tops)
    read_to_the_end(page)

    assert page.locator("picture img").count() == 3
    assert page.evaluate("shifts") == []
    # A half of a pixel is rounded up or down.
    assert page.evaluate(tops) == [pytest.approx(top, abs=1) for top in before]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.messages == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_screen_has_no_picture_and_each_is_fetched_as_avif_in_a_size_that_fits(article, page_of, width):
    page = page_of(address(article), width=width)
    tops = page.locator("picture img").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    read_to_the_end(page)
    fetched = [answer.url.rpartition("/")[2] for answer in page.answers if "/media/" in answer.url]

    assert min(tops) >= 800
    assert len(fetched) == 3
    assert all(re.fullmatch(r"[0-9a-f]{64}-(200|320|600|640)\.avif", name) for name in fetched), fetched


def test_a_small_picture_is_not_made_larger_and_a_tall_one_is_cut_about_its_point(article, page_of):
    page = page_of(address(article))
    read_to_the_end(page)
    shapes = page.locator("picture img").evaluate_all(
        "all => all.map(one => [one.clientWidth, one.clientHeight, getComputedStyle(one).objectPosition])"
    )

    tall, small, _wide = shapes
    assert small[:2] == [200, 150]
    assert tall[1] < 700
    assert tall[2] == "50% 25%"


@pytest.mark.parametrize(("width", "theme", "language"), [(1280, "light", "is"), (360, "dark", "en")])
def test_axe_finds_nothing_wrong_where_pictures_are_read(article, page_of, width, theme, language):
    subject = article.sides.all()[1].subject
    for path in (address(article, language), subject.get_absolute_url()):
        page = page_of(path, width=width, theme=theme, bypass_csp=True)
        assert page.locator("picture").count()
        assert violations(page) == []


@pytest.mark.parametrize(("width", "theme", "language"), [(1280, "light", "is"), (390, "dark", "en")])
def test_axe_finds_nothing_wrong_in_the_library(article, page_of, width, theme, language):
    editor = User.objects.create_superuser("ritstjori", "ritstjori@example.org", "leynd")
    picture = article.picture
    type(picture).objects.exclude(pk=picture.pk).update(made_at=None, error="OSError: x", alt_en="", next_try_at=None)
    other = type(picture).objects.exclude(pk=picture.pk).first()
    for path in (LIST, f"{LIST}?q=finnst+ekki", f"{LIST}add/", change_page(picture), change_page(other)):
        page = page_of(path, width=width, theme=theme, language=language, user=editor, bypass_csp=True)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_focal_point_is_aimed_by_a_click_or_by_keys(article, page_of):
    editor = User.objects.create_superuser("ritstjori", "ritstjori@example.org", "leynd")
    page = page_of(change_page(article.picture), user=editor)
    picture, point = page.locator("[data-focal] img"), page.locator(".desk-focal-point")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})

    expect(page.locator("#id_focal_x")).to_have_value(re.compile("2[456]"))
    expect(page.locator("#id_focal_y")).to_have_value(re.compile("7[456]"))
    page.locator("#id_focal_x").fill("100")
    assert abs(point.bounding_box()["x"] + 14 - (box["x"] + box["width"])) < 3
    page.locator("#id_focal_x").press("ArrowDown")
    page.locator("[name=_continue]").click()

    page.wait_for_load_state()
    article.picture.refresh_from_db()
    assert article.picture.focal_x == 99
    assert page.messages == []


def test_a_picture_is_chosen_on_the_articles_page_and_seen_there(article, page_of):
    editor = User.objects.create_superuser("ritstjori", "ritstjori@example.org", "leynd")
    second = article.sides.all()[1]
    page = page_of(change_page(article), user=editor)
    field = page.locator(".desk-chosen").filter(has=page.locator("#id_sides-1-picture"))
    expect(field.locator("img")).to_be_hidden()
    page.locator("details.desk-who:has(#id_sides-1-picture) > summary").click()
    field.get_by_role("combobox").click()
    page.get_by_role("option", name="Mynd af því").first.click()

    expect(field.locator("img")).to_be_visible()
    assert field.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    chosen = page.locator("#id_sides-1-picture").input_value()
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()
    second.refresh_from_db()
    assert str(second.picture_id) == chosen
