"""Changes of many rows at once send no signals. Of rows that stand on pages there are none but those named here."""

import ast

from tests.config.places import ROOT

SILENT = {"update", "bulk_create", "bulk_update", "aupdate", "abulk_create", "abulk_update", "_raw_delete"}
STANDING = ("Edition", "Subject", "Author", "Tag", "Page", "Publication", "Picture", "Comment", "Discussion", "Rules")
RELATED = ("editions", "subjects", "tags", "publications", "comments", "discussion", "replies")
ALLOWED = {
    # They mark what they change.
    "articles/pictures.py: _make",
    "comments/settling.py: _settle",
    # Nothing of it is public: who works at it, when it is tried again, where a letter went, from which network.
    "articles/models/picture.py: try_again",
    "articles/pictures.py: _claim",
    "comments/notices.py: withdraw",
    "comments/notices.py: _is_news",
    "comments/digest.py: _claim",
    # Publications of the future; the edition is saved after it.
    "articles/showing.py: _renew_live",
    "articles/showing.py: _renew_scheduled",
    "articles/admin/editions.py: save_existing",
}


def silent_changes(source: str) -> list[str]:
    """The functions that change rows without signals, which may be of a model that stands on pages."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return [function.name for function in functions for node in ast.walk(function) if is_silent_change(node, function)]


def is_silent_change(node, function) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in SILENT:
        return False
    base = ast.unparse(node.func.value)
    if base.isidentifier():  # rows = Edition.objects…; rows.update(…)
        base += " ".join(ast.unparse(found.value) for found in assigned(function, base))
    return any(f"{model}.objects" in base for model in STANDING) or any(f".{name}." in base for name in RELATED)


def assigned(function, name: str):
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(ast.unparse(target) == name for target in node.targets):
            yield node


def found_in_the_product() -> set[str]:
    return {
        f"{file.relative_to(ROOT)}: {name}"
        for app in ("articles", "comments", "config")
        for file in (ROOT / app).rglob("*.py")
        if "migrations" not in file.parts
        for name in silent_changes(file.read_text(encoding="utf-8"))
    }


def test_nothing_on_pages_is_changed_without_a_word():
    assert found_in_the_product() == ALLOWED


def test_such_a_change_is_seen():
    assert silent_changes("def f():\n    Edition.objects.filter(pk=1).update(state='draft')") == ["f"]
    assert silent_changes("def f():\n    rows = Tag.objects.all()\n    rows.update(name='x')") == ["f"]
    assert silent_changes("def f(article):\n    article.editions.all().update(title='x')") == ["f"]
    assert silent_changes("def f():\n    Comment.objects.bulk_create([])") == ["f"]
    assert silent_changes("def f(edition):\n    edition.save()\n    Letter.objects.update(x=1)\n    {}.update()") == []
