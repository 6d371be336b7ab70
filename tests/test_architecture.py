"""Who may import whom, held against every module of the product. Reads the code, runs none of it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("articles", "comments", "config")
PURE = (
    "articles.language",
    "articles.checking",
    "articles.differences",
    "articles.grounds",
    "articles.manuscript",
    "articles.merging",
    "articles.picture_files",
    "articles.translations",
    "articles.units",
    "articles.comparison",
    "articles.reading",
    "articles.headings",
    "articles.pages.identity",
    "articles.pages.negotiation",
    "articles.prose",
    "articles.search.comparisons",
    "articles.search.documents",
    "articles.search.expressions",
    "articles.search.marks",
    "articles.search.names",
    "articles.search.passages",
    "articles.search.scopes",
    "articles.search.slips",
    "articles.search.spelling",
    "articles.search.tokens",
    "articles.transfer",
    "comments.threads",
    "comments.closing",
    "comments.holds",
    "comments.places",
    "comments.text",
)
NOT_FOR_APP = {"articles": ("comments", "config"), "comments": ("config",), "config": ()}
NOT_FOR_PURE = ("django", "modeltranslation", "unfold", "os", "socket", "sqlite3", "subprocess", "urllib.request")
NAMELESS = {"utils", "helpers", "common", "core", "services", "misc"}
LONGEST = 300
# Inside an app imports go down. What is not named here (publishing, importing, lists, …) lies between views and rows.
FLOORS = {
    "urls": 6,
    "views": 5,
    "views_of_changes": 5,
    "views_of_previews": 5,
    "views_of_proposals": 5,
    "views_of_search": 5,
    "views_of_shared_previews": 5,
    "feeds": 5,
    "sitemaps": 5,
    "admin": 5,
    "management": 5,
    "rows": 3,
    "models": 2,
    "addresses": 1,
    "querysets": 1,
    "signals": 1,
    "networks": 1,
}
BETWEEN = 4


def faults(module: str, source: str) -> list[str]:
    """What this module does against the rules, as sentences without a full stop."""
    found = [f"{module} has a name that says nothing"] if NAMELESS & set(module.split(".")) else []
    if len(source.splitlines()) > LONGEST:
        found.append(f"{module} is longer than {LONGEST} lines")
    tree = ast.parse(source)
    found += [f"{module} imports {name}" for name in sorted(imported(tree, module)) if not may_import(module, name)]
    if is_within(module, PURE) and opens_files(tree):
        found.append(f"{module} opens a file")
    return found


def imported(tree: ast.AST, module: str) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            package = ".".join(module.split(".")[: -node.level]) + "." if node.level else ""
            names |= {f"{package}{node.module or ''}.{alias.name}".replace("..", ".") for alias in node.names}
    return names - {module}


def opens_files(tree: ast.AST) -> bool:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "open" for called in calls)


def may_import(module: str, name: str) -> bool:
    app, of = module.split(".")[0], name.split(".")[0]
    if of in NOT_FOR_APP[app]:
        return False
    if is_within(module, ("articles.language",)) and of in APPS:
        return is_within(name, ("articles.language",))
    if is_within(module, PURE):
        return not is_within(name, NOT_FOR_PURE) and (of not in APPS or is_within(name, PURE))
    return of != app or app == "config" or floor(name) <= floor(module)


def floor(module: str) -> int:
    if is_within(module, PURE):
        return 0
    return FLOORS.get((module + ".").split(".")[1], BETWEEN) if module.count(".") else BETWEEN


def is_within(name: str, packages) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def modules() -> dict[str, str]:
    files = [file for app in APPS for file in (ROOT / app).rglob("*.py") if "migrations" not in file.parts]
    return {".".join(file.relative_to(ROOT).with_suffix("").parts): file.read_text(encoding="utf-8") for file in files}


def test_every_module_keeps_to_the_rules():
    assert [fault for module, source in modules().items() for fault in faults(module, source)] == []


def test_every_pure_module_exists():
    known = modules()

    missing = {name for name in PURE if not any(is_within(module, (name,)) for module in known)}

    assert missing == set()


def test_articles_may_not_know_comments_nor_how_it_is_run():
    assert faults("articles.views", "from comments.models import Comment") == [
        "articles.views imports comments.models.Comment"
    ]
    assert faults("articles.views", "import config.settings") == ["articles.views imports config.settings"]
    assert faults("comments.views", "from articles.models import Article") == []
    assert faults("comments.views", "from config import headers") == ["comments.views imports config.headers"]


def test_a_pure_module_may_know_neither_django_nor_a_module_that_does():
    assert faults("articles.manuscript", "from django.db import models") == [
        "articles.manuscript imports django.db.models"
    ]
    assert faults("articles.headings", "def f():\n    from articles import models") == [
        "articles.headings imports articles.models"
    ]
    assert faults("articles.prose.blocks", "from articles.prose import characters") == []
    assert faults("articles.transfer.article_file", "open('x')") == ["articles.transfer.article_file opens a file"]


def test_a_language_stands_below_everything():
    assert faults("articles.language.words", "from articles import manuscript") == [
        "articles.language.words imports articles.manuscript"
    ]
    assert faults("articles.language.words", "from articles.language import icelandic") == []


def test_imports_go_down_inside_an_app():
    assert faults("articles.models.article", "from articles import publishing") == [
        "articles.models.article imports articles.publishing"
    ]
    assert faults("articles.rows", "from articles.views import article") == [
        "articles.rows imports articles.views.article"
    ]
    assert faults("articles.publishing", "from articles.rows import read") == []
    assert faults("articles.admin.grid", "from articles import publishing\nimport articles.models") == []


def test_a_relative_import_is_followed_too():
    assert faults("articles.rows", "from .views import article") == ["articles.rows imports articles.views.article"]
    assert faults("articles.models.article", "from ..views import x") == [
        "articles.models.article imports articles.views.x"
    ]


def test_a_name_says_what_is_in_a_module_and_a_module_is_not_long():
    assert faults("articles.utils", "") == ["articles.utils has a name that says nothing"]
    assert faults("articles.rows", "x = 1\n" * 301) == ["articles.rows is longer than 300 lines"]
    assert faults("articles.rows", "x = 1\n" * 300) == []
