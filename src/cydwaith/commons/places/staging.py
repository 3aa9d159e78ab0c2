"""Rows wait in a temporary table until the whole file has been read, then land in one statement.

So a file that breaks half-way changes nothing, other writers are held up only while
the rows land, and memory does not grow with the file.
"""

# ruff: noqa: S608 - the names in these statements are our own constants (targets.py), never input

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .targets import BYTES, RULES, Target

LINE = "staged_line"
BYTES_TYPE = {"postgresql": "bytea", "sqlite": "blob"}
DIFFERS = {"postgresql": "IS DISTINCT FROM", "sqlite": "IS NOT"}


@dataclass(frozen=True, slots=True)
class Landed:
    """How many rows of one table a merge created, changed and left as they were."""

    created: int
    changed: int
    unchanged: int


class Stage:
    """The waiting room of one table."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.name = f"staged_{target.table}"
        self.rows = 0
        types = BYTES_TYPE[connection.vendor]
        columns = ", ".join(f'"{c.name}" {types if c.type == BYTES else c.type}' for c in target.columns)
        self._run(f"DROP TABLE IF EXISTS {self.name}")
        self._run(f"CREATE TEMPORARY TABLE {self.name} ({columns}, {LINE} integer)")

    def add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Let a batch in."""
        numbered = [(*row, line) for line, row in enumerate(rows, self.rows)]
        if numbered and connection.vendor == "postgresql":
            self._copy(numbered)
        elif numbered:
            self._insert(numbered)
        self.rows += len(numbered)

    def _copy(self, rows: list[tuple[Any, ...]]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {self.name} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _insert(self, rows: list[tuple[Any, ...]]) -> None:
        # A savepoint outside a transaction opens one on the temporary database alone:
        # nobody else waits, and a batch is one write.
        marks = ", ".join(["%s"] * len(rows[0]))
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT staging")
            try:
                cursor.executemany(f"INSERT INTO {self.name} VALUES ({marks})", rows)
            finally:
                cursor.execute("RELEASE SAVEPOINT staging")

    def drop_repeats(self) -> list[str]:
        """Keep the last of rows with the same key; returns the keys that came twice."""
        keys = ", ".join(f'"{key}"' for key in self.target.keys)
        same = " AND ".join(f'r."{key}" = {self.name}."{key}"' for key in self.target.keys)
        repeats = f"SELECT {keys}, MAX({LINE}) AS last FROM {self.name} GROUP BY {keys} HAVING COUNT(*) > 1"
        with connection.cursor() as cursor:
            cursor.execute(repeats)
            found = cursor.fetchall()
            if found:
                cursor.execute(
                    f"DELETE FROM {self.name} WHERE EXISTS "
                    f"(SELECT 1 FROM ({repeats}) r WHERE {same} AND {LINE} < r.last)"
                )
                self.rows -= cursor.rowcount
        return [" ".join(map(str, row[:-1])) for row in found]

    def land(self, as_of: int) -> Landed:
        """Merge what waits into the table; inside the caller's transaction."""
        new = self._number(self._count_new())
        touched = self._run(self._merge(as_of))
        return Landed(new, touched - new, self.rows - touched)

    def _count_new(self) -> str:
        same = " AND ".join(f't."{key}" = s."{key}"' for key in self.target.keys)
        there = f"SELECT 1 FROM {self.target.table} t WHERE {same}"
        return f"SELECT COUNT(*) FROM {self.name} s WHERE NOT EXISTS ({there})"

    def _merge(self, as_of: int) -> str:
        values = self.target.values
        extra = ["as_of"] if self.target.as_of else []
        names = ", ".join(f'"{name}"' for name in [*self.target.names, *extra])
        given = ", ".join([*(f'"{name}"' for name in self.target.names), *(str(as_of) for _ in extra)])
        keys = ", ".join(f'"{key}"' for key in self.target.keys)
        sets = [f'"{c.name}" = {c.merged}' for c in values]
        sets += [f"{name} = {RULES['newer'].format(name)}" for name in extra]
        differs = " OR ".join(f'({c.merged}) {DIFFERS[connection.vendor]} t."{c.name}"' for c in values)
        return (
            f"INSERT INTO {self.target.table} AS t ({names}) SELECT {given} FROM {self.name} "
            f"WHERE {LINE} >= 0 ORDER BY {keys} "
            f"ON CONFLICT ({keys}) DO UPDATE SET {', '.join(sets)} WHERE {differs}"
        )

    def close(self) -> None:
        """Let everything go."""
        self._run(f"DROP TABLE IF EXISTS {self.name}")

    def _run(self, sql: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return int(cursor.rowcount)

    def _number(self, sql: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return int(cursor.fetchone()[0])
