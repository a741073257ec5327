"""What reading a raw text gives: the value, each normalisation that was made, or what was expected instead."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Never, TypeVar

from ptman.labels import Label

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Note:
    """One normalisation that was made, so that nothing is repaired silently; `code` is stable."""

    code: str
    label: Label


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text was refused: a stable code, and what was expected."""

    code: str
    expected: Label


@dataclass(frozen=True, slots=True)
class Read(Generic[T_co]):
    """Exactly one of `value` and `fault` is set; the notes are those made up to there."""

    value: T_co | None
    notes: tuple[Note, ...] = ()
    fault: Fault | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.fault is None):
            raise ValueError("a reading holds either a value or a fault")

    @property
    def ok(self) -> bool:
        return self.fault is None

    def noted(self, code: str) -> bool:
        return any(note.code == code for note in self.notes)

    def must(self) -> T_co:
        """The value, where the caller knows that the text is good; ValueError otherwise."""
        if self.value is None:
            raise ValueError(self.fault.code if self.fault else "")
        return self.value

    def then(self, step: Callable[[T_co], "Read[U]"]) -> "Read[U]":
        """Read on with `step`; the notes of both are kept, each once."""
        if self.value is None:
            return Read(None, self.notes, self.fault)
        after = step(self.value)
        return Read(after.value, tuple(dict.fromkeys(self.notes + after.notes)), after.fault)


def good(value: U, *notes: Note) -> Read[U]:
    return Read(value, notes)


def bad(code: str, zh: str, en: str) -> Read[Never]:
    """A refusal; the sentences say what was expected."""
    return Read(None, (), Fault(code, Label(zh, en)))


def changed(before: str, after: str, note: Note) -> Read[str]:
    """`after`, with the note only where it differs from `before`."""
    return good(after) if before == after else good(after, note)
