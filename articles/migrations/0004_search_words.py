"""The words of the search index: FTS5 on SQLite, a tsvector on PostgreSQL, each kept up by the database itself."""

from django.db import migrations

# Which of the entries has a token, and no more: neither where it stands nor how often.
SQLITE = (
    """
    CREATE VIRTUAL TABLE articles_searchwords USING fts5(
        tokens, content='articles_searchentry', content_rowid='id', detail=none, columnsize=0,
        tokenize="ascii tokenchars ':'"
    )
    """,
    """
    CREATE TRIGGER articles_searchentry_added AFTER INSERT ON articles_searchentry BEGIN
        INSERT INTO articles_searchwords(rowid, tokens) VALUES (new.id, new.tokens);
    END
    """,
    """
    CREATE TRIGGER articles_searchentry_deleted AFTER DELETE ON articles_searchentry BEGIN
        INSERT INTO articles_searchwords(articles_searchwords, rowid, tokens) VALUES ('delete', old.id, old.tokens);
    END
    """,
    """
    CREATE TRIGGER articles_searchentry_changed AFTER UPDATE ON articles_searchentry BEGIN
        INSERT INTO articles_searchwords(articles_searchwords, rowid, tokens) VALUES ('delete', old.id, old.tokens);
        INSERT INTO articles_searchwords(rowid, tokens) VALUES (new.id, new.tokens);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER articles_searchentry_added",
    "DROP TRIGGER articles_searchentry_deleted",
    "DROP TRIGGER articles_searchentry_changed",
    "DROP TABLE articles_searchwords",
)
POSTGRESQL = (
    """
    ALTER TABLE articles_searchentry ADD COLUMN words tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED
    """,
    "CREATE INDEX articles_searchentry_words ON articles_searchentry USING gin (words)",
)
POSTGRESQL_BACK = ("ALTER TABLE articles_searchentry DROP COLUMN words",)


def forwards(apps, schema_editor):
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def backwards(apps, schema_editor):
    run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_search_index")]

    operations = [migrations.RunPython(forwards, backwards)]
