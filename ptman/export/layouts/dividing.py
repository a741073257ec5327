"""Which column makes the sheets of a workbook, one for each host, college, supervisor or whatever a list has."""

from ptman.errors import PtmanError
from ptman.labels import Choice
from ptman.listing import Listing


class Per(Choice):
    HOST = "host", "实践单位", "Host"
    COLLEGE = "college", "学院", "College"
    ACADEMIC = "academic-supervisor", "校内导师", "Academic supervisor"
    INDUSTRY = "industry-supervisor", "企业导师", "Industry supervisor"
    BASE = "base", "基地", "Base"
    CATEGORY = "category", "专业学位类别", "Degree category"


# The columns that say so in one list or another, surest first.
COLUMNS = {
    Per.HOST: ("host", "host_organisation", "organisation", "industry_organisation", "addressee"),
    Per.COLLEGE: ("department", "academic_department", "unit"),
    Per.ACADEMIC: ("academic", "academic_supervisor"),
    Per.INDUSTRY: ("industry", "industry_supervisor"),
    Per.BASE: ("base", "source_base", "branch"),
    Per.CATEGORY: ("category", "category_codes"),
}


def offered(listing: Listing) -> tuple[tuple[Per, str], ...]:
    """The divisions a list allows, each with its column."""
    found = ((per, next((key for key in keys if listing.has(key)), "")) for per, keys in COLUMNS.items())
    return tuple((per, key) for per, key in found if key)


def column(listing: Listing, said: str) -> str:
    """The column for a word such as host, or for the key of any column; PtmanError `no-division`."""
    known = {per.value: key for per, key in offered(listing)} | {"supervisor": _supervisor(listing)}
    if found := known.get(said) or (said if listing.has(said) else ""):
        return found
    can = [per.value for per, _ in offered(listing)]
    raise PtmanError(
        "no-division",
        f"“{listing.title.zh}”不能按“{said}”分表。可以按：{'、'.join(can)}，或任何一列。没有写出。",
        f"{listing.title.en} cannot be divided by {said}. It can by: {', '.join(can)}, or any column. Nothing written.",
    )


def _supervisor(listing: Listing) -> str:
    return dict(offered(listing)).get(Per.ACADEMIC, "")
