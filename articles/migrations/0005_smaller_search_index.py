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
        spelling varchar(132) COLLATE BINARY NOT NULL,
        PRIMARY KEY (scope, folded, spelling)
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
# Beside the tokens of an entry its bucket, "b39": which thousand of the numbers it is in.
WORDS = f"array_to_tsvector(string_to_array({TOKENS.format('')}, ' ') || ('b' || (id >> 10)::text))"
POSTGRESQL = (
    f"CREATE INDEX articles_searchentry_words ON articles_searchentry USING gin (({WORDS}))",
    # The newest are looked for in the newest buckets first, since it takes long to sort all that have a common word;
    # then in as many as they seem to need, or in all. A search must go by the index of the words: to look at rows is a
    # thousand times as slow, which the planner does not know. So it may not go by the number, in an order or a range.
    f"""
    CREATE FUNCTION articles_search_matching(wanted tsquery, below bigint, most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
    DECLARE
        newest bigint := least(below - 1, (SELECT max(id) FROM articles_searchentry)) >> 10;
        buckets integer := 2 + (most >> 9);
        found bigint[];
    BEGIN
        FOR attempt IN 1..2 LOOP
            EXIT WHEN buckets > 64 OR buckets > newest;
            found := ARRAY(
                SELECT id FROM articles_searchentry
                WHERE {WORDS} @@ (wanted && (
                    SELECT string_agg('b' || number, '|')::tsquery
                    FROM generate_series(newest - buckets + 1, newest) number
                )) AND (below IS NULL OR id < below)
                ORDER BY -id LIMIT most
            );
            IF cardinality(found) = most THEN
                RETURN QUERY SELECT unnest(found);
                RETURN;
            END IF;
            buckets := least(1000, 2 + 1.5 * buckets * most / greatest(cardinality(found), 1));
        END LOOP;
        RETURN QUERY
            SELECT id FROM articles_searchentry WHERE {WORDS} @@ wanted AND (below IS NULL OR id < below)
            ORDER BY -id LIMIT most;
    END
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
                ("spelling", articles.models.search.BytewiseField(max_length=132)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "scope",
                        "folded",
                        "spelling",
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
