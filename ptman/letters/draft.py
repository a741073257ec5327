"""What issuing placement letters would do, pure: one letter a host and period, with warnings and what forbids it."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ptman import drafts
from ptman.drafts import Difference, Fate, Item
from ptman.labels import Label
from ptman.letters import docx_words, fonts, ready
from ptman.letters import words as wording
from ptman.letters.facts import Contact, LetterFacts, StudentLine
from ptman.letters.language import Filled
from ptman.letters.pending import Batch, Pending, Sender, Trip, Words
from ptman.letters.value_words import Value
from ptman.rules import docnumbers

NUMBER, HOST, STUDENTS = Label("文号", "Number"), Label("接收单位", "Host"), Label("研究生", "Students")
NO_PHONE = Label("未设联系电话（规则参数 office.phone）", "no contact phone is set (rule parameter office.phone)")


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """The words of a letter and what they became on a day."""

    words: Words
    filled: Filled
    today: date
    lacking: tuple[Label, ...] = ()

    def one(self, section: str) -> str:
        """A section of one paragraph; where it has more, that is a fault already."""
        return "".join(self.filled.section(section))


@dataclasses.dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it would be issued; `facts.doc_no` is the number it would get if all before it are issued too.

    `refused` says why it cannot be issued; then it takes no number.
    """

    batch: Batch
    facts: LetterFacts
    warnings: tuple[Label, ...]
    refused: tuple[Label, ...]
    words: Words

    @property
    def key(self) -> str:
        return self.batch.key


@dataclasses.dataclass(frozen=True, slots=True)
class LettersDraft:
    """The letters of a cohort that could be issued today."""

    pending: Pending
    letters: tuple[Letter, ...]
    draft: drafts.Draft


def make(pending: Pending, next_number: int) -> LettersDraft:
    """One letter for each batch, numbered on from `next_number`; those that cannot be issued take no number."""
    letters = []
    number = next_number
    for batch in pending.batches:
        doc_no = numbered(pending.sender, pending.today, number)
        said = written(batch, pending.sender, pending.today)
        letters.append(letter(batch, pending.sender, facts_of(batch, pending.sender, doc_no, said), said))
        number += not letters[-1].refused
    title = Label(f"{pending.cohort} 级专业实践派遣函", f"Placement letters of cohort {pending.cohort}")
    items = tuple(_item(one) for one in letters)
    return LettersDraft(pending, tuple(letters), drafts.Draft(title, items, tuple(_remarks(pending))))


def letter(batch: Batch, sender: Sender, facts: LetterFacts, said: Said) -> Letter:
    """One letter with what to mind and what forbids it."""
    faulty = (*wording.refusals(said.words, said.filled), *said.lacking)
    refused = (*_without_agreement(batch), *ready.faults(facts), *faulty, *_without_glyph(facts))
    warnings = (*_warnings(batch, sender, facts), *wording.notes(said.filled))
    return Letter(batch, facts, warnings, refused, said.words)


def written(batch: Batch, sender: Sender, today: date) -> Said:
    """The words of a dispatch letter, the office's own or those shipped."""
    words = sender.dispatch or wording.shipped(wording.DISPATCH)
    return stated(words, wording.values(batch, sender, today), today)


def stated(words: Words, values: Mapping[str, Value], today: date) -> Said:
    """The words filled, and what the Word file that belongs to them lacks."""
    lacking = docx_words.empty(words.docx, values, wording.vocabulary(words.family)) if words.docx else ()
    return Said(words, wording.fill(words, values), today, lacking)


def numbered(sender: Sender, today: date, number: int) -> str:
    return docnumbers.format(sender.code, today.year, number)


def facts_of(batch: Batch, sender: Sender, doc_no: str, said: Said) -> LetterFacts:
    """The letter's facts. Where the host has several of the bases, each student's line names theirs."""
    start = min(trip.starts_on for trip in batch.trips)
    end = max(trip.ends_on for trip in batch.trips)
    several = len({trip.base for trip in batch.trips}) > 1
    return LetterFacts(
        issuer=sender.issuer,
        doc_no=doc_no,
        host=batch.host,
        title=said.one("title"),
        start=start,
        end=end,
        rows=tuple(line(trip, named=several) for trip in batch.trips),
        opening=said.one("opening"),
        requests=said.filled.section("requests"),
        closing=said.one("closing"),
        contact=Contact(sender.person, sender.phone),
        dated=said.today,
        layout=said.words.layout,
    )


def line(trip: Trip, *, named: bool) -> StudentLine:
    """One student of the table; `named` puts the base before the post."""
    return StudentLine(
        name=trip.name,
        gender=trip.gender,
        student_no=trip.student_no,
        field=trip.field,
        post="，".join(filter(None, (trip.base if named else "", trip.post))),
        start=trip.starts_on,
        end=trip.ends_on,
        academic=trip.academic,
        industry=trip.industry,
    )


def _without_agreement(batch: Batch) -> Iterator[Label]:
    """No dispatch without an agreement (domain §1.3, placement.no_agreement_no_placement)."""
    lacking = [trip for trip in batch.trips if not any(term.covers(trip.starts_on) for term in trip.agreements)]
    for base in dict.fromkeys(trip.base for trip in lacking):
        yield Label(f"基地“{base}”在实践开始时没有有效协议", f"{base} has no agreement in force when practice begins")


def _without_glyph(facts: LetterFacts) -> Iterator[Label]:
    lacking = [f"{char} (U+{ord(char):04X})" for char in ready.missing(facts)]
    if lacking:
        yield Label(f"字体缺字：{'、'.join(lacking)}", f"no font has {', '.join(lacking)}")


def _warnings(batch: Batch, sender: Sender, facts: LetterFacts) -> Iterator[Label]:
    trips = batch.trips
    yield from _names((trip.name for trip in trips if not trip.industry), Label("无企业导师", "no industry supervisor"))
    yield from _names((trip.name for trip in trips if not trip.academic), Label("无校内导师", "no academic supervisor"))
    ending = (trip for trip in trips if not any(term.covers(trip.ends_on) for term in trip.agreements))
    yield from _names(
        (trip.name for trip in ending), Label("协议在实践结束前到期", "agreement ends before the practice")
    )
    late = (trip.name for trip in trips if trip.starts_on < facts.dated)
    yield from _names(late, Label("实践已开始", "practice has begun"))
    if not sender.phone:
        yield NO_PHONE
    if borrowed := ready.borrowed(facts):
        yield Label(f"用后备字体：{''.join(borrowed)}", f"set in a fallback font: {''.join(borrowed)}")


def _names(names: Iterable[str], what: Label) -> Iterator[Label]:
    listed = tuple(names)
    if listed:
        yield Label(f"{what.zh}：{'、'.join(listed)}", f"{what.en}: {', '.join(listed)}")


def _remarks(pending: Pending) -> Iterator[Label]:
    what = Label("已不在读，未列入", "no longer enrolled, left out")
    yield from _names(pending.left_out, what)
    yield fonts.substitutes()


def _item(letter: Letter) -> Item:
    facts = letter.facts
    title = f"{letter.batch.host} · {letter.batch.period_name}"
    count = Difference(STUDENTS, "", str(len(facts.rows)))
    if letter.refused:
        return Item(letter.key, Fate.REFUSED, title, (count,), (*letter.refused, *letter.warnings))
    return Item(letter.key, Fate.NEW, title, (Difference(NUMBER, "", facts.doc_no), count), letter.warnings)
