"""The catalogue of shared resources as a list: each with whose it is, its term, and how it was used this year."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.resources import used
from ptman.aspects.resources.used import UsedRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.models import TeachingResource
from ptman.models.choices_resources import ResourceKind, ResourceStatus
from ptman.register import columns, noun_tags, plain_lists
from ptman.rules import measures
from ptman.rules.teaching import sharing

NOUN = "teaching_resource"
TITLE = Label("教学资源目录", "Teaching resources")
WHOSE = (("ours", Label("本院提供", "Ours")), ("theirs", Label("他方提供", "Partners'")))
ADDED = (
    columns.number("uses", "本年使用次数", "Uses this year"),
    Column("score", Label("本年平均评分", "Mean score"), Kind.TENTHS, 8),
)
OWNER = Label("提供单位", "Owner")
USUAL = ResourceStatus.PUBLISHED
BETWEEN = "+"
"""Between a kind and what else is asked in one tag."""


def kinds() -> tuple[tuple[str, Label], ...]:
    """The chips of the first line: of which kind."""
    return tuple((noun_tags.state("kind", one.value), one.label) for one in ResourceKind)


def others() -> tuple[tuple[str, Label], ...]:
    """The chips of the second line: whose, how its term runs, in which state."""
    terms = tuple(one for one in noun_tags.TERM if one[0] in {"ending", "over"})
    states = tuple((noun_tags.state("status", one.value), one.label) for one in ResourceStatus if one is not USUAL)
    return (*WHOSE, *terms, *states)


def blank() -> Listing:
    plain = plain_lists.blank(NOUN)
    owner = plain.index("owner")
    named = replace(plain.columns[owner], label=OWNER)
    return replace(plain, title=TITLE, columns=(*plain.columns[:owner], named, *plain.columns[owner + 1 :], *ADDED))


def catalogue(session: Session, today: date) -> Listing:
    """Every resource, the retired too; its tags answer every pair of questions, one of each line of chips."""
    plain = plain_lists.any_noun(session, NOUN, today, retired=True)
    query = select(TeachingResource.id, TeachingResource.owner_id, TeachingResource.status)
    about = {key: (owner, status) for key, owner, status in session.execute(query)}
    uses: dict[str, list[UsedRow]] = {}
    for one in used.uses(session, today.year):
        uses.setdefault(one.resource_id, []).append(one)
    first, second = {key for key, _ in kinds()} | {"current", "retired"}, {key for key, _ in others()}
    rows, whose = [], plain.index("owner")
    for row in plain.rows:
        owner, status = about[row.id]
        cells = tuple(used.OURS if at == whose and cell is None else cell for at, cell in enumerate(row.cells))
        worn = row.tags | {"ours" if owner is None else "theirs", noun_tags.state("status", status.value)}
        pairs = {one + BETWEEN + other for one in worn & first for other in worn & second}
        rows.append(replace(row, cells=(*cells, *_used(uses.get(row.id, []))), tags=frozenset(worn | pairs)))
    return replace(blank(), rows=tuple(rows))


def _used(found: list[UsedRow]) -> tuple[int | None, measures.Measure | None]:
    scores = sharing.mean_tenths(one.score for one in found if one.score is not None)
    return len(found) or None, None if scores is None else measures.Measure(Kind.TENTHS, scores)
