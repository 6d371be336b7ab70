"""The editor's hands: opens a page, fills in fields as they stand on it, and sends what a browser would send."""

from html.parser import HTMLParser

from django.contrib.messages import get_messages


class Fields(HTMLParser):
    """What a browser would send of a page's main form: names and values."""

    def __init__(self, html: str):
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.labels: dict[str, str] = {}
        self._select = self._textarea = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        name = attributes.get("name")
        if "aria-label" in attributes and name:
            self.labels[name] = attributes["aria-label"]
        if tag == "input" and name:
            self._input(name, attributes)
        if tag == "select":
            self._select = name
            self._first = None
        if tag == "option" and self._select:
            self._option(attributes)
        if tag == "textarea":
            assert name not in self.values, f"{name} stands twice on the page."
            self._textarea = name
            self.values[name] = [""]

    def _input(self, name, attributes):
        if attributes.get("type") in ("submit", "button"):
            return
        if attributes.get("type") not in ("checkbox", "radio"):
            self.values.setdefault(name, []).append(attributes.get("value") or "")
        elif "checked" in attributes:
            self.values.setdefault(name, []).append(attributes.get("value") or "on")

    def _option(self, attributes):
        if self._first is None:
            self._first = attributes.get("value", "")
        if "selected" in attributes:
            self.values.setdefault(self._select, []).append(attributes.get("value", ""))

    def handle_data(self, data):
        if self._textarea:
            # A browser drops the line break that follows the tag.
            self.values[self._textarea][0] += data.removeprefix("\n") if not self.values[self._textarea][0] else data

    def handle_endtag(self, tag):
        if tag == "select" and self._select and self._select not in self.values and self._first is not None:
            self.values[self._select] = [self._first]
        self._select = None if tag == "select" else self._select
        self._textarea = None if tag == "textarea" else self._textarea


def opened(client, address: str) -> Fields:
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return Fields(response.content.decode())


def filled(fields: Fields, changes: dict, rows: dict[str, list[dict]] | None = None) -> dict:
    """The form's values with `changes`; `rows` are new rows of a formset, by its prefix."""
    data = {name: value for name, value in fields.values.items() if "__prefix__" not in name}
    for prefix, added in (rows or {}).items():
        total = int(data[f"{prefix}-TOTAL_FORMS"][0])
        for number, row in enumerate(added, start=total):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
        data[f"{prefix}-TOTAL_FORMS"] = [str(total + len(added))]
    return data | changes


def save(client, address: str, changes: dict | None = None, rows=None):
    """Open the page, fill in, press „Vista og halda áfram að breyta“."""
    data = filled(opened(client, address), {}, rows) | (changes or {})
    response = client.post(address, {**data, "_continue": "1"})
    assert response.status_code in (200, 302), response.status_code
    return response


def saved(client, address: str, changes: dict | None = None, rows=None):
    """As `save`, for what must go through: a page that comes back with errors fails the test and shows them."""
    response = save(client, address, changes, rows)
    assert response.status_code == 302, errors(response)
    return response


def errors(response) -> list[str]:
    """What the page that came back has to say, wherever it says it."""
    found = list(response.context["errors"])
    for formset in response.context["inline_admin_formsets"]:
        found += formset.formset.non_form_errors()
        found += [text for form in formset.formset.forms for texts in form.errors.values() for text in texts]
    return [str(text) for text in found]


def said(response) -> list[str]:
    """The messages of the save."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def change_page(thing) -> str:
    return f"/admin/{thing._meta.app_label}/{thing._meta.model_name}/{thing.pk}/change/"
