"""Changes of many editions at once send no signals, and would leave the index as it was."""

import ast

from tests.config.places import ROOT

SILENT = {"update", "bulk_create", "bulk_update", "aupdate", "abulk_create", "abulk_update", "_raw_delete"}
ALLOWED = {  # what changes no edition, but what stands by it
    "articles/search/stale.py: mark",
    "articles/search/stale.py: _renew",
    "articles/showing.py: _renew_live",
    "articles/showing.py: _renew_scheduled",
}


def silent_changes(source: str) -> list[str]:
    """The functions that change a query set which is spelled with an edition in it, without signals."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return [function.name for function in functions for node in ast.walk(function) if is_silent_change(node)]


def is_silent_change(node) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr in SILENT and "edition" in ast.unparse(node.func.value).lower()


def test_nothing_in_the_product_changes_editions_without_a_signal():
    found = {
        f"{file.relative_to(ROOT)}: {name}"
        for app in ("articles", "comments", "config")
        for file in (ROOT / app).rglob("*.py")
        if "migrations" not in file.parts
        for name in silent_changes(file.read_text(encoding="utf-8"))
    }

    assert found == ALLOWED


def test_such_a_change_is_seen():
    assert silent_changes("def f():\n    Edition.objects.filter(pk=1).update(state='draft')") == ["f"]
    assert silent_changes("def f(article):\n    article.editions.all().update(title='x')") == ["f"]
    assert silent_changes("def f():\n    Edition.objects.bulk_create([])") == ["f"]
    assert silent_changes("def f(edition):\n    edition.save()\n    rows.update(x=1)") == []
