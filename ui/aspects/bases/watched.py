"""What the actions of a page ask about the one selected record, read once a selection; nothing while it is read."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from ui.desk import Desk

Found = TypeVar("Found")


class Watched(Generic[Found]):
    """`read` is asked on the worker by the id of the record; `changed` is called when something is known anew."""

    def __init__(self, desk: Desk, read: Callable[[str], Found], changed: Callable[[], object]) -> None:
        self._desk = desk
        self._read = read
        self._changed = changed
        self._wanted = ""
        self._found: tuple[str, Found] | None = None

    def look(self, key: str) -> None:
        """The record of that id; with an empty one nothing is selected."""
        self._wanted, self._found = key, None
        if key:
            self._desk.work.ask(partial(self._answer, key), self._on_read, self._on_failed)

    def look_again(self) -> None:
        """Something was done with it."""
        self.look(self._wanted)

    @property
    def known(self) -> bool:
        """Whether what is wanted has been read."""
        return self._found is not None and self._found[0] == self._wanted

    @property
    def found(self) -> Found | None:
        """What is known of the selected record."""
        if self._found is None or self._found[0] != self._wanted:
            return None
        return self._found[1]

    def _answer(self, key: str) -> tuple[str, Found]:
        return key, self._read(key)

    def _on_read(self, found: tuple[str, Found]) -> None:
        if found[0] == self._wanted:
            self._found = found
            self._changed()

    def _on_failed(self, _error: Exception) -> None:
        """A record that is gone has nothing to be asked about; the list will say so."""
