"""SQLite as every office file speaks it: one dialect, so that a statement compiled for one file serves all."""

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache
from typing_extensions import override

URL = "sqlite+office://"
COMPILED: LRUCache[object, object] = LRUCache(1000)
"""Statements by what they ask; the dialect is part of the key."""


class OfficeDialect(SQLiteDialect_pysqlite):
    """Equal for any two files: nothing in it depends on the file."""

    driver = "office"
    supports_statement_cache = True

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, OfficeDialect)

    @override
    def __hash__(self) -> int:
        return hash(OfficeDialect)


registry.register("sqlite.office", __name__, OfficeDialect.__name__)
