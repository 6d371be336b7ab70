"""Lists of names at the desk follow the alphabet of the editor's language."""

import pytest
from django.apps import apps

from tests.factories import make_subject

pytestmark = pytest.mark.django_db
NAMES = ("Öl", "Ál", "Þing", "Zen", "Aldur")


@pytest.mark.parametrize("model", ["subject", "tag", "author", "page"])
@pytest.mark.parametrize(
    ("language", "names"),
    [("is", ["Aldur", "Ál", "Zen", "Þing", "Öl"]), ("en", ["Ál", "Aldur", "Öl", "Zen", "Þing"])],
)
def test_a_list_at_the_desk_is_in_the_order_of_the_editors_alphabet(desk, model, language, names):
    for name in NAMES:
        apps.get_model("articles", model).objects.create(name=name)
    desk.cookies["django_language"] = language

    found = desk.get(f"/admin/articles/{model}/").context["cl"].result_list

    assert [str(row) for row in found if str(row) in NAMES] == names


def test_what_the_desk_suggests_while_one_types_is_in_order_too(desk):
    for name in ("Sölumaður", "Sala", "Sál", "Söl"):
        make_subject(name=name)
    asked = {"app_label": "articles", "model_name": "side", "field_name": "subject", "term": "s"}

    found = desk.get("/admin/autocomplete/", asked).json()["results"]

    assert [row["text"] for row in found] == ["Sala", "Sál", "Söl", "Sölumaður"]
