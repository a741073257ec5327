"""Who may be given to a student of a category at all: the hard rules, each exclusion with its reason."""

from datetime import date

from ptman.assign.situation import Academic, Industry, Site, Stay
from ptman.labels import Choice


class Reason(Choice):
    """Why a candidate is not eligible."""

    RETIRED = "retired", "已停用", "Retired"
    CATEGORY = "category", "不指导该专业学位类别", "Not for this degree category"
    NOT_APPOINTED = "not_appointed", "今日无有效聘任", "No appointment in force today"
    NOT_APPOINTED_THEN = "not_appointed_then", "实践开始时无有效聘任", "No appointment when practice begins"
    BASE_CLOSED = "base_closed", "基地未在用", "Base not in use"
    APART = "apart", "企业导师的单位与基地不一致", "Industry supervisor and base do not belong together"
    FORBIDDEN = "forbidden", "须回避，不得配对", "Must not be paired"
    NO_AGREEMENT = "no_agreement", "实践开始时无有效的基地共建协议", "No base agreement when practice begins"


def academic(category: str, person: Academic) -> Reason | None:
    if person.retired:
        return Reason.RETIRED
    if person.categories and category not in person.categories:
        return Reason.CATEGORY
    return None


def industry(category: str, person: Industry, stay: Stay, today: date) -> Reason | None:
    """An appointment of the category must be in force today and when practice begins (domain §2.5)."""
    if person.retired:
        return Reason.RETIRED
    if person.category and person.category != category:
        return Reason.CATEGORY
    if not appointed(category, person, today):
        return Reason.NOT_APPOINTED
    if not appointed(category, person, stay.starts_on):
        return Reason.NOT_APPOINTED_THEN
    return None


def appointed(category: str, person: Industry, day: date) -> bool:
    fitting = (term for term in person.terms if not term.category or term.category == category)
    return any(term.covers(day) for term in fitting)


def site(category: str, base: Site, stay: Stay) -> Reason | None:
    """Without an agreement nobody is placed (domain §1.3, placement.no_agreement_no_placement)."""
    if not base.in_use:
        return Reason.BASE_CLOSED
    if base.categories and category not in base.categories:
        return Reason.CATEGORY
    if not any(term.covers(stay.starts_on) for term in base.agreements):
        return Reason.NO_AGREEMENT
    return None
