"""Rule sets for the professional title: dated, with their legal basis, their tests and evidence as data (domain §5)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import Severity
from ptman.models.choices_titles import AskedOf, EvidenceKind, TitleTest
from ptman.models.core import Record, field, refers
from ptman.models.supervisors import CODES_ONLY

_BASIS = "依据", "Basis"
_BY_PARAMETER = Label("空白按规则参数", "Blank: as the rule parameter says")


class TitleRuleSet(Record):
    """One edition of the rules; in force from its day until a later one is, for the cohorts it names."""

    __tablename__ = "title_rule_set"
    __table_args__ = (
        CheckConstraint(CODES_ONLY.format("category_codes"), name="category_codes"),
        CheckConstraint("to_cohort IS NULL OR from_cohort IS NULL OR to_cohort >= from_cohort", name="cohorts"),
        CheckConstraint("work_months IS NULL OR work_months >= 0", name="work_months"),
    )
    LABEL: ClassVar[Label] = Label("职称规则", "Title rules")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("name",)
    SORT: ClassVar[tuple[str, ...]] = ("-in_force_on", "name")

    name: Mapped[str] = mapped_column(String(80), unique=True, info=field("规则名称", "Rules", width=30))
    in_force_on: Mapped[date] = mapped_column(info=field("施行日期", "In force from", Kind.DATE, rule="date"))
    from_cohort: Mapped[int | None] = mapped_column(
        info=field("自年级", "From cohort", Kind.NUMBER, width=8, rule="year")
    )
    to_cohort: Mapped[int | None] = mapped_column(info=field("至年级", "To cohort", Kind.NUMBER, width=8, rule="year"))
    category_codes: Mapped[str | None] = mapped_column(
        info=field("可申报类别", "Categories", Kind.CODES, width=30, rule="category_codes")
    )
    work_months: Mapped[int | None] = mapped_column(
        info=field(
            "满多少工作月免实践要求",
            "Months of work that spare the practice",
            Kind.NUMBER,
            width=12,
            rule="count",
            hint=_BY_PARAMETER,
        )
    )
    legal_basis: Mapped[str] = mapped_column(String(120), info=field(*_BASIS, width=24))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class TitleRuleTest(Record):
    """One test an edition asks; without a threshold of its own the rule parameter's holds."""

    __tablename__ = "title_rule_test"
    __table_args__ = (
        UniqueConstraint("rule_set_id", "test"),
        CheckConstraint("threshold IS NULL OR threshold >= 0", name="threshold"),
    )
    LABEL: ClassVar[Label] = Label("资格条件", "Test")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("rule_set_id", "test")
    TITLE: ClassVar[tuple[str, ...]] = ("test",)
    PART_OF: ClassVar[str] = "rule_set_id"

    rule_set_id: Mapped[str] = mapped_column(
        refers("title_rule_set.id"), index=True, info=field("职称规则", "Rules", Kind.LINK, link="title_rule_set")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    test: Mapped[TitleTest] = mapped_column(info=field("条件", "Test", width=20))
    threshold: Mapped[int | None] = mapped_column(
        info=field("下限", "At least", Kind.NUMBER, width=8, rule="count", hint=_BY_PARAMETER)
    )
    severity: Mapped[Severity] = mapped_column(default=Severity.BLOCK, info=field("作用", "Severity", width=8))
    legal_basis: Mapped[str | None] = mapped_column(String(120), info=field(*_BASIS, width=24))


class TitleRuleEvidence(Record):
    """One piece of evidence an edition asks, and of whom."""

    __tablename__ = "title_rule_evidence"
    __table_args__ = (UniqueConstraint("rule_set_id", "kind"),)
    LABEL: ClassVar[Label] = Label("佐证要求", "Evidence asked")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("rule_set_id", "kind")
    TITLE: ClassVar[tuple[str, ...]] = ("kind",)
    PART_OF: ClassVar[str] = "rule_set_id"

    rule_set_id: Mapped[str] = mapped_column(
        refers("title_rule_set.id"), index=True, info=field("职称规则", "Rules", Kind.LINK, link="title_rule_set")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    kind: Mapped[EvidenceKind] = mapped_column(info=field("佐证材料", "Evidence", width=18))
    asked_of: Mapped[AskedOf] = mapped_column(default=AskedOf.EVERYBODY, info=field("要求范围", "Asked of", width=20))
