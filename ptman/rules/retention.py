"""How long records are kept, by kind, and what is then done with them (domain §11)."""

from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Choice, Label
from ptman.rules import months


class Ending(Choice):
    DELETE = "delete", "删除", "Delete"
    ANONYMISE = "anonymise", "匿名化", "Anonymise"
    LOCK = "lock", "封存", "Lock"


@dataclass(frozen=True, slots=True)
class Policy:
    """Kept for months and days after a named day; permanently where neither is given."""

    entity: str
    label: Label
    since: Label
    months: int | None
    days: int | None
    ending: Ending
    basis: str

    @property
    def permanent(self) -> bool:
        return self.months is None and self.days is None


_SIGNED, _ISSUED = Label("签订之日", "signing"), Label("印发之日", "issue")
_ENDED, _MADE = Label("期满之日", "its end"), Label("形成之日", "its making")
DEFAULTS = (
    Policy("agreement", Label("合作协议与合同", "Agreements and contracts"), _SIGNED, None, None, Ending.LOCK, ""),
    Policy("meeting", Label("会议纪要", "Minutes"), _ISSUED, None, None, Ending.LOCK, ""),
    Policy(
        "degree_application",
        Label("学位申请材料", "Degree application"),
        Label("授予之日", "the award"),
        None,
        None,
        Ending.LOCK,
        "《学位法》第三十条",
    ),
    Policy("appointment", Label("聘任材料", "Appointments"), _ENDED, 360, None, Ending.LOCK, ""),
    Policy("placement", Label("实践档案", "Placements"), Label("毕业之日", "graduation"), 120, None, Ending.LOCK, ""),
    Policy("emergency_contact", Label("紧急联系人", "Emergency contacts"), _ENDED, 6, None, Ending.DELETE, ""),
    Policy("letter_stub", Label("介绍信存根", "Stubs of letters"), _ISSUED, 24, None, Ending.DELETE, ""),
    Policy(
        "disclosure",
        Label("对外提供记录", "Disclosures"),
        Label("提供之日", "disclosure"),
        36,
        None,
        Ending.LOCK,
        "《网络数据安全管理条例》第十二条",
    ),
    Policy("imported_file", Label("导入的原始文件", "Imported files"), _MADE, None, 90, Ending.DELETE, ""),
    Policy(
        "unsuccessful_evidence",
        Label("未通过者的佐证", "Evidence of the unsuccessful"),
        Label("结果公布之日", "the result"),
        24,
        None,
        Ending.DELETE,
        "",
    ),
)
"""Proposals; each is the office's to change."""


def kept_until(policy: Policy, since: date) -> date | None:
    """The last day on which a record must be kept; None for ever."""
    if policy.permanent:
        return None
    return months.add_months(since, policy.months or 0) + timedelta(days=policy.days or 0)


def is_over(policy: Policy, since: date, today: date) -> bool:
    """Whether the record is due for its ending."""
    until = kept_until(policy, since)
    return until is not None and today > until
