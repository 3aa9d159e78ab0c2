"""The full-text table of each database: FTS5 in SQLite, a tsvector column in PostgreSQL."""

from typing import Any

SQLITE = """
CREATE VIRTUAL TABLE directory_words USING fts5(
    name, organisation, terms, body, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
POSTGRESQL = (
    "ALTER TABLE directory_searchdocument ADD COLUMN words tsvector",
    "CREATE INDEX directory_words ON directory_searchdocument USING gin (words) WITH (fastupdate = off)",
)


def create(apps: Any, schema_editor: Any) -> None:
    """Make the table or column."""
    statements = (SQLITE,) if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


def remove(apps: Any, schema_editor: Any) -> None:
    """Take it away again."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE directory_words")
    else:
        schema_editor.execute("ALTER TABLE directory_searchdocument DROP COLUMN words")
