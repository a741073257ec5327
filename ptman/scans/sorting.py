"""Which pages of which scanned file belong to which letter, pure; what is in any doubt is left over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ptman.labels import Label
from ptman.letters.optical import Side
from ptman.letters.verifying import Finding, Verdict

NO_CODE = Label("没有读出二维码", "No code could be read")
SEVERAL = Label("一页上有几份函件的码", "Codes of several letters on one page")
NOT_FITTING = Label("页数与前一份函件对不上", "The number of pages does not fit the letter before")
ROOMY = frozenset({Verdict.GENUINE, Verdict.SUPERSEDED, Verdict.VOID})
"""Verdicts on a code that is the office's own: its paper is filed, whatever became of the letter since."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the register says of one code; `pages` is 0 where the letter is not known."""

    finding: Finding
    letter: str = ""
    pages: int = 0

    @property
    def ours(self) -> bool:
        return bool(self.letter) and self.finding.verdict in ROOMY


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pages of one file that go together: to a letter, or, without one, nowhere yet, and `why`."""

    file: int
    pages: tuple[int, ...]
    letter: str = ""
    why: Label | None = None


def sort(files: Sequence[Sequence[Side]], known: Mapping[str, Known]) -> tuple[Stretch, ...]:
    """Every page of every file once, in order."""
    return tuple(one for at, sides in enumerate(files) for one in _of_file(at, sides, known))


def joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Neighbouring pages of one file that go to the same letter become one stretch."""
    found: list[Stretch] = []
    for one in stretches:
        last = found[-1] if found else None
        if last is not None and (last.file, last.letter) == (one.file, one.letter):
            found[-1] = Stretch(one.file, last.pages + one.pages, one.letter)
        else:
            found.append(one)
    return tuple(found)


def _of_file(file: int, sides: Sequence[Side], known: Mapping[str, Known]) -> Iterator[Stretch]:
    at = 0
    while at < len(sides):
        side = sides[at]
        bare = _bare(sides, at + 1)
        letter, why = _judged(side, known)
        if letter is None:
            yield Stretch(file, (side.page,), why=why)
            at += 1
            continue
        # As many pages without a code as the letter has further ones, or none of them is surely its own.
        fits = len(bare) == letter.pages - 1
        yield Stretch(file, (side.page, *bare) if fits else (side.page,), letter.letter)
        if not fits:
            yield from (Stretch(file, (page,), why=NOT_FITTING) for page in bare)
        at += 1 + len(bare)


def _bare(sides: Sequence[Side], start: int) -> tuple[int, ...]:
    """The pages from here on without any code."""
    found = []
    for side in sides[start:]:
        if side.codes:
            break
        found.append(side.page)
    return tuple(found)


def _judged(side: Side, known: Mapping[str, Known]) -> tuple[Known | None, Label]:
    """The letter of a page, or why there is none."""
    if not side.codes:
        return None, NO_CODE
    strange = next((known[code] for code in side.codes if not known[code].ours), None)
    if strange is not None:
        return None, strange.finding.said()
    if len({known[code].letter for code in side.codes}) > 1:
        return None, SEVERAL
    return known[side.codes[0]], NO_CODE
