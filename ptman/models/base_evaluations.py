"""Evaluations of bases with their indicators, total and grade (domain §3.5)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_bases import (
    EvaluationConclusion,
    EvaluationGrade,
    EvaluationKind,
    EvaluationStatus,
    Indicator,
)
from ptman.models.core import Record, Rule, field, refers


def _conclusion(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    if values["conclusion"] == EvaluationConclusion.RECTIFY and not values["cure_by"]:
        yield ("conclusion", "cure_by"), ("cure_by", Label("整改期限（限期整改时必填）", "the day by which to rectify"))


class BaseEvaluation(Record):
    """One evaluation of a base over a time; the grade is proposed from its indicators, then granted until a day."""

    __tablename__ = "base_evaluation"
    __table_args__ = (
        UniqueConstraint("base_id", "kind", "period_to"),
        CheckConstraint("period_to >= period_from", name="dates"),
        CheckConstraint("total IS NULL OR total BETWEEN 0 AND 1000", name="total"),
    )
    LABEL: ClassVar[Label] = Label("基地评估", "Evaluation of a base")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("base_id", "kind", "period_to")
    SORT: ClassVar[tuple[str, ...]] = ("-period_to",)
    CHIPS: ClassVar[str] = "grade"
    RULES: ClassVar[tuple[Rule, ...]] = (_conclusion,)
    BY_STEPS: ClassVar[bool] = True

    base_id: Mapped[str] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    kind: Mapped[EvaluationKind] = mapped_column(
        default=EvaluationKind.ANNUAL, info=field("评估类别", "Kind", width=10)
    )
    period_from: Mapped[date] = mapped_column(info=field("评估期起", "From", Kind.DATE, rule="date"))
    period_to: Mapped[date] = mapped_column(info=field("评估期止", "To", Kind.DATE, rule="date"))
    evaluated_on: Mapped[date | None] = mapped_column(info=field("评估日期", "Evaluated on", Kind.DATE, rule="date"))
    evaluators: Mapped[str | None] = mapped_column(String(120), info=field("评估人", "Evaluators", width=20))
    total: Mapped[int | None] = mapped_column(info=field("总分", "Total", Kind.TENTHS, width=8, rule="score"))
    grade: Mapped[EvaluationGrade | None] = mapped_column(info=field("等级", "Grade", width=8))
    conclusion: Mapped[EvaluationConclusion | None] = mapped_column(info=field("结论", "Conclusion", width=10))
    cure_by: Mapped[date | None] = mapped_column(
        info=field(
            "整改期限", "To be cured by", Kind.DATE, rule="date", due=Label("基地整改到期", "Base to be put right")
        )
    )
    status: Mapped[EvaluationStatus] = mapped_column(
        default=EvaluationStatus.SCORING, info=field("状态", "Status", width=8)
    )
    granted_on: Mapped[date | None] = mapped_column(info=field("授予日期", "Granted on", Kind.DATE, rule="date"))
    valid_to: Mapped[date | None] = mapped_column(info=field("等级有效期至", "Grade valid to", Kind.DATE, rule="date"))
    remark: Mapped[str | None] = mapped_column(info=field("评语", "Remarks", Kind.LONG, width=30))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["conclusion"] is not EvaluationConclusion.RECTIFY


class EvaluationIndicator(Record):
    """One indicator with weight, score and what bears it out."""

    __tablename__ = "evaluation_indicator"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "indicator"),
        CheckConstraint("weight BETWEEN 0 AND 100", name="weight"),
        CheckConstraint("score IS NULL OR score BETWEEN 0 AND 1000", name="score"),
    )
    LABEL: ClassVar[Label] = Label("评估指标", "Indicator")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("evaluation_id", "indicator")
    TITLE: ClassVar[tuple[str, ...]] = ("indicator",)
    PART_OF: ClassVar[str] = "evaluation_id"

    evaluation_id: Mapped[str] = mapped_column(
        refers("base_evaluation.id"), index=True, info=field("评估", "Evaluation", Kind.LINK, link="base_evaluation")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    indicator: Mapped[Indicator] = mapped_column(info=field("指标", "Indicator", width=12))
    weight: Mapped[int] = mapped_column(info=field("权重（%）", "Weight (%)", Kind.NUMBER, width=8, rule="count"))
    score: Mapped[int | None] = mapped_column(info=field("得分", "Score", Kind.TENTHS, width=8, rule="score"))
    evidence: Mapped[str | None] = mapped_column(String(200), info=field("依据", "Evidence", width=36))
