"""Pure rules between the fields of one record: order of dates, identity papers, what a choice asks for."""

from collections.abc import Iterator, Mapping
from datetime import date

from ptman.labels import Label
from ptman.listing import Value
from ptman.models import targets
from ptman.models.choices import Gender, IdType, OrientationType, Role
from ptman.models.core import nouns
from ptman.register.faults import MISSING
from ptman.rules import identifiers

Values = Mapping[str, Value]
Fault = tuple[str, Label]
Found = Iterator[tuple[tuple[str, ...], Fault]]  # the fields that a fault has to do with, and the fault

# First date, second date, whether they may fall on one day.
ORDER: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "student": (("enrolled_on", "expected_graduation_on", False),),
    "appointment": (("term_start", "term_end", False),),
    "agreement": (("valid_from", "valid_to", True),),
    "organisation_name": (("valid_from", "valid_to", True),),
    "period": (("starts_on", "ends_on", False),),
    "placement": (("starts_on", "ends_on", True),),
    "supervision": (("starts_on", "ends_on", True),),
}
COHORTS = range(2000, 2101)
CODES = {"degree_category": 4, "degree_field": 6}


def faults(noun: str, values: Values, changed: set[str]) -> dict[str, Label]:
    """What contradicts itself in the record, as far as it has to do with what changes."""
    found: dict[str, Label] = {}
    own = (rule(values) for rule in nouns()[noun].RULES)
    for said in (*own, *(rule(noun, values) for rule in (_order, _sponsor, _paper, _role, _target, _code))):
        for keys, (key, fault) in said:
            if not changed.isdisjoint(keys):
                found.setdefault(key, fault)
    return found


def _order(noun: str, values: Values) -> Found:
    term = nouns()[noun].TERM
    for first, second, same_day in ORDER.get(noun) or ([(*term, True)] if term else []):
        start, end = values.get(first), values.get(second)
        if isinstance(start, date) and isinstance(end, date) and (end < start or (end == start and not same_day)):
            yield (
                (first, second),
                (second, Label(f"晚于 {start.isoformat()} 的日期", f"a date after {start.isoformat()}")),
            )


def _sponsor(noun: str, values: Values) -> Found:
    if noun == "student" and values["orientation_type"] == OrientationType.ORIENTED and not values["employer_id"]:
        yield ("orientation_type", "employer_id"), ("employer_id", MISSING)


def _paper(noun: str, values: Values) -> Found:
    """A resident ID holds the birth date and the gender."""
    del noun  # any noun with a person's fields
    before = "person." if "person.id_number" in values else ""
    number, kind, born, gender = (values.get(before + key) for key in ("id_number", "id_type", "birth_date", "gender"))
    if not isinstance(number, str) or kind != IdType.RESIDENT_ID:
        return
    said = identifiers.resident_id_birth_date(number)
    if born and said and born != said:
        fault = Label("与身份证号中的日期相同的日期", "the date that the ID number holds")
        yield (before + "id_number", before + "birth_date"), (before + "birth_date", fault)
    if gender not in {None, Gender.UNSPECIFIED, identifiers.resident_id_gender(number)}:
        fault = Label("与身份证号相符的性别", "the gender that the ID number holds")
        yield (before + "id_number", before + "gender"), (before + "gender", fault)


def _role(noun: str, values: Values) -> Found:
    if noun != "supervision":
        return
    right, wrong = targets.ALL[:2] if values["role"] != Role.INDUSTRY else targets.ALL[1::-1]
    if not values[right]:
        yield ("role", right), (right, MISSING)
    if values[wrong]:
        yield ("role", wrong), (wrong, Label("空白，因为角色不同", "nothing, for the role is another"))


def _target(noun: str, values: Values) -> Found:
    if noun not in {"preference", "pairing_hint"}:
        return
    named = [key for key in targets.ALL if values[key]]
    if len(named) != 1:
        fault = Label("校内导师、企业导师、基地之一", "one of academic supervisor, industry supervisor, base")
        yield targets.ALL, (named[-1] if named else targets.ALL[0], fault)
    if values.get("rank") == 0:
        yield ("rank",), ("rank", Label("1 以上的整数", "a whole number from 1"))


def _code(noun: str, values: Values) -> Found:
    if noun in CODES and not (str(values["code"]).isdigit() and len(str(values["code"])) == CODES[noun]):
        yield ("code",), ("code", Label(f"{CODES[noun]} 位数字", f"{CODES[noun]} digits"))
    if noun == "student" and values["cohort_year"] not in COHORTS:
        yield ("cohort_year",), ("cohort_year", Label("2000–2100 的年份", "a year from 2000 to 2100"))
