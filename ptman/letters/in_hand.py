"""Documents laid aside half-finished: kept as records, listed, taken up again, discarded, used up when issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters import making, store
from ptman.letters.draft import LettersDraft
from ptman.letters.drawing import PaperDraft
from ptman.letters.gather import candidates
from ptman.letters.issuing import Issued
from ptman.letters.typeset import Step
from ptman.letters.wish import Wish
from ptman.models import DocumentDraft
from ptman.models.choices_documents import DocumentKind, DocumentLanguage

DISPATCH = DocumentKind.PLACEMENT_LETTER
LONGEST_TITLE, NAMED = 120, 2


@dataclass(frozen=True, slots=True)
class InHand:
    """One document, or with `cohort` the selection from the dispatch letters of a cohort, as it was laid aside."""

    id: str
    version: int
    title: str
    wish: Wish
    cohort: int | None
    left_out: frozenset[str]
    saved_on: date
    saved_by: str

    @property
    def chosen(self) -> tuple[str, ...]:
        return self.wish.about

    @property
    def language(self) -> Label:
        return DocumentLanguage(self.wish.language).label


@dataclass(frozen=True, slots=True)
class Resumed:
    """A draft taken up again: `wish` names only records that can still be chosen, `gone` counts the others."""

    kept: InHand
    wish: Wish
    gone: int


def listed(session: Session, cohort: int | None = None) -> tuple[InHand, ...]:
    """All single documents and, of selections from a cohort's letters, that of this cohort; the newest first."""
    query = select(DocumentDraft).order_by(DocumentDraft.saved_on.desc(), DocumentDraft.id.desc())
    rows = session.scalars(query)
    return tuple(_shown(one) for one in rows if cohort is None or one.cohort_year in {None, cohort})


def of_cohort(session: Session, cohort: int) -> InHand | None:
    """The selection laid aside from the dispatch letters of a cohort."""
    found = _of_cohort(session, cohort)
    return _shown(found) if found else None


def lay_aside(session: Session, wish: Wish, today: date, key: str = "") -> InHand:
    """Keep a document as far as it has come, in the place of the draft `key` where it was taken up from one."""
    found = session.get(DocumentDraft, key) or DocumentDraft()
    found.title = _title(wish.what.label.zh, _names(session, wish, today))
    found.kind = DocumentKind(wish.family)
    found.language, found.layout = DocumentLanguage(wish.language), wish.layout
    found.chosen, found.left_out, found.answers = list(wish.about), [], dict(wish.given)
    return _kept(session, found, today)


def lay_aside_letters(
    session: Session, cohort: int, taken: Iterable[str], left_out: Iterable[str], today: date
) -> InHand:
    """Keep which dispatch letters of a cohort are to be issued and which are not; one selection a cohort."""
    found = _of_cohort(session, cohort) or DocumentDraft(cohort_year=cohort)
    found.kind, found.language, found.layout, found.answers = DISPATCH, DocumentLanguage.ZH, "", {}
    found.chosen, found.left_out = sorted(set(taken)), sorted(set(left_out))
    found.title = f"{cohort} 级派遣函：选 {len(found.chosen)} 份，留 {len(found.left_out)} 份"
    return _kept(session, found, today)


def resume(session: Session, key: str, today: date) -> Resumed:
    """A single document as it was laid aside, without records that can no longer be chosen. PtmanError `no-draft`."""
    kept = _shown(_found(session, key))
    known = {one.id for one in candidates.candidates(session, kept.wish.what, today)}
    still = tuple(one for one in kept.chosen if one in known)
    wish = Wish(kept.wish.family, still, kept.wish.given, kept.wish.language, kept.wish.layout)
    return Resumed(kept, wish, len(kept.chosen) - len(still))


def discard(session: Session, key: str) -> str:
    """Throw a draft away, which can be undone; its title. PtmanError `no-draft`."""
    found = _found(session, key)
    title = found.title
    session.delete(found)
    journal.say(session, f"丢弃拟稿：{title}", f"Discard a document in hand: {title}")
    return title


def issue(session: Session, plan: PaperDraft, today: date, key: str = "") -> Issued:
    """Issue a document as `making.issue` does; the draft `key` that it was taken up from is used up."""
    made = making.issue(session, plan, today)
    _use_up(session, session.get(DocumentDraft, key) if key else None)
    return made


def issue_letters(
    session: Session, plan: LettersDraft, taken: frozenset[str] | None, today: date, step: Step | None = None
) -> tuple[Issued, ...]:
    """Issue dispatch letters as `store.issue` does; what was laid aside of the cohort's letters is used up."""
    made = store.issue(session, plan, taken, today, step)
    if made:
        _use_up(session, _of_cohort(session, plan.pending.cohort))
    return made


def ticked(plan: LettersDraft, kept: InHand | None) -> tuple[frozenset[str], int]:
    """Which letters are ticked when the selection is taken up again, and how many it did not know.

    What it did not know is not ticked: no number is taken that nobody decided on.
    """
    able = plan.draft.keepable()
    if kept is None:
        return able, 0
    return able & frozenset(kept.chosen), len(able - frozenset(kept.chosen) - kept.left_out)


def _use_up(session: Session, found: DocumentDraft | None) -> None:
    if found is not None:
        session.delete(found)


def _of_cohort(session: Session, cohort: int) -> DocumentDraft | None:
    return session.scalars(select(DocumentDraft).where(DocumentDraft.cohort_year == cohort)).first()


def _kept(session: Session, found: DocumentDraft, today: date) -> InHand:
    found.count, found.saved_on, found.saved_by = len(found.chosen), today, journal.book_of(session).who or "—"
    session.add(found)
    journal.say(session, f"暂存拟稿：{found.title}", f"Lay aside a document: {found.title}")
    session.flush()  # the answer names id and version
    return _shown(found)


def _shown(one: DocumentDraft) -> InHand:
    wish = Wish(one.kind.value, tuple(one.chosen), tuple(one.answers.items()), one.language.value, one.layout)
    return InHand(
        one.id, one.version, one.title, wish, one.cohort_year, frozenset(one.left_out), one.saved_on, one.saved_by
    )


def _title(label: str, names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 项" if len(names) > NAMED else ""
    return f"{label} · {'、'.join(names[:NAMED])}{more}"[:LONGEST_TITLE] if names else label


def _names(session: Session, wish: Wish, today: date) -> list[str]:
    chosen = frozenset(wish.about)
    return [one.name for one in candidates.candidates(session, wish.what, today) if one.id in chosen]


def _found(session: Session, key: str) -> DocumentDraft:
    found = session.get(DocumentDraft, key)
    if found is None:
        raise PtmanError(
            "no-draft",
            "这份拟稿已不在：可能已签发或丢弃。未作任何改动，请刷新列表。",
            "This document in hand is gone: it was issued or discarded. Nothing was changed; reload the list.",
        )
    return found
