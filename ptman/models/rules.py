"""Rule parameters: thresholds, defaults and the office's own particulars, dated by cohort (domain §1.3)."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import Severity
from ptman.models.core import Record, Rule, field
from ptman.rules import parameter_values


def _readable(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    wanted = parameter_values.expected(str(values["code"] or ""), str(values["value"] or ""))
    if wanted is not None:
        yield ("code", "value"), ("value", wanted)


class RuleParameter(Record):
    """One value with its legal basis, in force for cohorts from–to (no end: until changed)."""

    __tablename__ = "rule_parameter"
    __table_args__ = (UniqueConstraint("code", "from_cohort"),)
    LABEL: ClassVar[Label] = Label("规则参数", "Rule parameter")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("code", "from_cohort")
    RULES: ClassVar[tuple[Rule, ...]] = (_readable,)

    code: Mapped[str] = mapped_column(String(60), info=field("代码", "Code", Kind.IDENTIFIER, width=30))
    name: Mapped[str] = mapped_column(String(80), info=field("名称", "Name", width=30))
    name_en: Mapped[str] = mapped_column(String(120), info=field("英文名称", "English name", width=30))
    value: Mapped[str] = mapped_column(String(200), info=field("值", "Value", width=20))
    severity: Mapped[Severity] = mapped_column(default=Severity.INFO, info=field("作用", "Severity", width=8))
    from_cohort: Mapped[int] = mapped_column(default=2000, info=field("自年级", "From cohort", Kind.NUMBER, width=8))
    to_cohort: Mapped[int | None] = mapped_column(info=field("至年级", "To cohort", Kind.NUMBER, width=8))
    legal_basis: Mapped[str | None] = mapped_column(String(120), info=field("依据", "Basis", width=24))
