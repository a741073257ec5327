"""Reads the editions of the title rules: their tests, the evidence they ask, and which one holds for whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import TitleRuleEvidence, TitleRuleSet, TitleRuleTest
from ptman.models.choices_titles import AskedOf, EvidenceKind
from ptman.rules.titles import rulesets
from ptman.rules.titles.editions import Asked, Edition


@dataclass(frozen=True, slots=True)
class Wanted:
    """One piece of evidence an edition asks, and of whom."""

    kind: EvidenceKind
    asked_of: AskedOf


def editions(session: Session) -> tuple[Edition, ...]:
    """Every edition that is not retired, its tests in their order."""
    tests: dict[str, list[Asked]] = {}
    query = select(TitleRuleTest).where(TitleRuleTest.retired_on.is_(None)).order_by(TitleRuleTest.seq)
    for one in session.scalars(query):
        asked = Asked(one.test.value, one.threshold, one.severity.value, one.legal_basis or "")
        tests.setdefault(one.rule_set_id, []).append(asked)
    sets = session.scalars(select(TitleRuleSet).where(TitleRuleSet.retired_on.is_(None)).order_by(TitleRuleSet.name))
    return tuple(_edition(one, tuple(tests.get(one.id, ()))) for one in sets)


def wanted(session: Session, rule_set_id: str) -> tuple[Wanted, ...]:
    """The evidence of one edition, in its order."""
    return tuple(_wanted(session, rule_set_id))


def _wanted(session: Session, rule_set_id: str) -> Iterator[Wanted]:
    one = TitleRuleEvidence
    query = select(one).where(one.rule_set_id == rule_set_id, one.retired_on.is_(None)).order_by(one.seq)
    for row in session.scalars(query):
        yield Wanted(row.kind, row.asked_of)


def _edition(one: TitleRuleSet, asked: tuple[Asked, ...]) -> Edition:
    codes = frozenset((one.category_codes or "").split(",")) - {""}
    return Edition(
        key=one.id,
        name=one.name,
        since=one.in_force_on,
        basis=one.legal_basis,
        asked=asked,
        categories=codes or rulesets.ENGINEERING,
        work_months=one.work_months,
        from_cohort=one.from_cohort,
        to_cohort=one.to_cohort,
    )
