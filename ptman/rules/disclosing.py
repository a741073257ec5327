"""When personal data may go to somebody else: for what, with whose consent, and how long that is remembered (§11)."""

from dataclasses import dataclass
from datetime import date

from ptman.labels import Choice
from ptman.rules import months

KEPT_MONTHS = 36
"""Records of what was given away are kept three years (《网络数据安全管理条例》第十二条)."""
ABROAD = "foreign"


class Purpose(Choice):
    PLACEMENT = "placement", "专业实践", "Placement"
    INSURANCE = "insurance", "投保", "Insurance"
    TITLE = "title", "职称申报", "Professional title"
    CERTIFICATION = "certification", "培训与认证", "Training and certification"
    REPORTING = "reporting", "上报主管部门", "Reporting to an authority"
    OTHER = "other", "其他", "Other"


@dataclass(frozen=True, slots=True)
class Consent:
    """What one person agreed to: for one recipient, for all of a kind, or for any in the country."""

    purpose: Purpose
    given_on: date
    withdrawn_on: date | None = None
    recipient: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Towards:
    """Who is to have the data: an organisation on file and its kind, both empty where it is only a name."""

    recipient: str = ""
    kind: str = ""


def covers(consent: Consent, purpose: Purpose, to: Towards, today: date) -> bool:
    """Whether the consent holds today for this purpose and recipient; abroad only where it says so (PIPL art. 39)."""
    if consent.purpose is not purpose or consent.given_on > today:
        return False
    if consent.withdrawn_on is not None and consent.withdrawn_on <= today:
        return False
    if consent.recipient:
        return consent.recipient == to.recipient
    if consent.kind:
        return consent.kind == to.kind
    return to.kind != ABROAD


def kept_until(given_on: date) -> date:
    """The last day on which the record of it must be there."""
    return months.add_months(given_on, KEPT_MONTHS)
