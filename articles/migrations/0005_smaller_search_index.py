"""The search index in half the room: it is emptied here, and made anew by `manage.py rebuild_search`."""

from importlib import import_module

from django.db import migrations, models

import articles.models.search

before = import_module("articles.migrations.0004_search_words")

TABLES = ("searchentry", "searchform", "searchname", "searchmark", "searchstate")
TOKENS = "replace({0}tokens, ':', {0}scope || ':')"  # with the scope
NEW, OLD = TOKENS.format("new."), TOKENS.format("old.")
# A table that is its own index. Django knows no such thing.
FORMS = """
    CREATE TABLE articles_searchform (
        scope varchar(12) NOT NULL,
        folded varchar(64) COLLATE BINARY NOT NULL,
        form varchar(64) COLLATE BINARY NOT NULL,
        lemma varchar(64) COLLATE BINARY NOT NULL,
        PRIMARY KEY (scope, folded, form, lemma)
    ) WITHOUT ROWID
"""
SQLITE = (
    "DROP TABLE articles_searchform",
    FORMS,
    before.SQLITE[0],
    f"""
    CREATE TRIGGER articles_searchentry_added AFTER INSERT ON articles_searchentry BEGIN
        INSERT INTO articles_searchwords(rowid, tokens) VALUES (new.id, {NEW});
    END
    """,
    f"""
    CREATE TRIGGER articles_searchentry_deleted AFTER DELETE ON articles_searchentry BEGIN
        INSERT INTO articles_searchwords(articles_searchwords, rowid, tokens) VALUES ('delete', old.id, {OLD});
    END
    """,
    f"""
    CREATE TRIGGER articles_searchentry_changed AFTER UPDATE ON articles_searchentry BEGIN
        INSERT INTO articles_searchwords(articles_searchwords, rowid, tokens) VALUES ('delete', old.id, {OLD});
        INSERT INTO articles_searchwords(rowid, tokens) VALUES (new.id, {NEW});
    END
    """,
)
WORDS = f"array_to_tsvector(string_to_array({TOKENS.format('')}, ' '))"
POSTGRESQL = (
    f"CREATE INDEX articles_searchentry_words ON articles_searchentry USING gin (({WORDS}))",
    # A search must go by that index: to look at rows is a thousand times as slow, which the planner does not know.
    f"""
    CREATE FUNCTION articles_search_matching(wanted tsquery, below bigint, most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off AS $$
        SELECT id FROM articles_searchentry WHERE {WORDS} @@ wanted AND (below IS NULL OR id < below)
        ORDER BY id DESC LIMIT most
    $$
    """,
)
POSTGRESQL_BACK = (
    "DROP FUNCTION articles_search_matching(tsquery, bigint, integer)",
    "DROP INDEX articles_searchentry_words",
)


def empty(apps, schema_editor):
    for table in TABLES:
        schema_editor.execute(f"DELETE FROM articles_{table}")


def forwards(apps, schema_editor):
    before.run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def backwards(apps, schema_editor):
    before.run(schema_editor, {"sqlite": before.SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_search_words")]

    operations = [
        # Emptied while there are no triggers, whichever way one goes: they take out word by word what is not there.
        migrations.RunPython(before.backwards, before.forwards),
        migrations.RunPython(empty, empty),
        migrations.AddField(
            "searchentry", "scope", models.CharField(max_length=12, default=""), preserve_default=False
        ),
        migrations.DeleteModel("SearchForm"),
        migrations.CreateModel(
            name="SearchForm",
            fields=[
                ("scope", models.CharField(max_length=12)),
                ("folded", articles.models.search.BytewiseField(max_length=64)),
                ("form", articles.models.search.BytewiseField(max_length=64)),
                ("lemma", articles.models.search.BytewiseField(max_length=64)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "scope",
                        "folded",
                        "form",
                        "lemma",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
            ],
            options={"verbose_name": "word form", "verbose_name_plural": "word forms"},
        ),
        migrations.RunPython(forwards, backwards),
    ]
