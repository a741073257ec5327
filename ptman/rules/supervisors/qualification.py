"""Who qualifies as an industry supervisor: any one condition, shown by its evidence (domain §2)."""

from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Label
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Standing
from ptman.rules.months import Duration

LEVELS = ("none", "junior", "intermediate", "associate_senior", "senior")
DOCTOR, MASTER = "doctor", "master"
# What each condition is shown by; the first two are asked of everybody.
ALWAYS = ("registration_form", "id_copy")
EVIDENCE = {
    "registration_form": Label("企业导师登记表", "registration form"),
    "id_copy": Label("身份证件复印件", "copy of the ID"),
    "degree_copy": Label("学位证书复印件", "copy of the degree certificate"),
    "title_copy": Label("职称或任职证明", "certificate of title or post"),
}


@dataclass(frozen=True, slots=True)
class Conditions:
    """The thresholds of the rule in force; the doctoral programme asks more."""

    title_level: str = "associate_senior"
    doctor_years: int = 2
    master_years: int | None = 5
    tech_head_years: int = 0
    manager_counts: bool = True
    basis: str = ""


FOR_MASTERS = Conditions()
FOR_DOCTORS = Conditions("senior", 5, None, 5, manager_counts=False)


@dataclass(frozen=True, slots=True)
class Expert:
    """What is known of one person; None for what is not. `tech_head_since` is when they became head of technology."""

    title_level: str | None = None
    degree: str | None = None
    degree_awarded_on: date | None = None
    tech_head_since: date | None = None
    is_manager: bool | None = None
    evidence: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Qualification:
    """Every condition by itself, which of them hold, and the evidence that is missing for the first that does."""

    conditions: tuple[Finding, ...]
    standing: Standing
    basis: str | None
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return self.standing is Standing.MET and not self.missing


def judge(one: Expert, asked: Conditions, today: date) -> Qualification:
    """Whether any one condition holds; `basis` is the first that does, one with its evidence before one without."""
    found = [_title(one, asked), _degree(one, asked, today), _tech_head(one, asked, today)]
    if asked.manager_counts:
        found.append(_manager(one, asked))
    met = sorted((one_.code for one_ in found if one_.met), key=lambda code: bool(_missing(one, code)))
    basis = met[0] if met else None
    return Qualification(tuple(found), _any(found), basis, _missing(one, basis))


def missing_words(missing: tuple[str, ...]) -> Label:
    """The evidence to bring, in words."""
    return Label("、".join(EVIDENCE[one].zh for one in missing), ", ".join(EVIDENCE[one].en for one in missing))


def _any(found: list[Finding]) -> Standing:
    standings = {one.standing for one in found}
    for one in (Standing.MET, Standing.NOT_YET, Standing.UNKNOWN):
        if one in standings:
            return one
    return Standing.IMPOSSIBLE


def _missing(one: Expert, condition: str | None) -> tuple[str, ...]:
    shown_by = {"degree_years": ("degree_copy",), None: ()}.get(condition, ("title_copy",))
    return tuple(kind for kind in (*ALWAYS, *shown_by) if kind not in one.evidence)


def _title(one: Expert, asked: Conditions) -> Finding:
    label = Label("职称", "Professional title")
    if one.title_level is None:
        return Finding("senior_title", label, Standing.UNKNOWN, basis=asked.basis)
    high = LEVELS.index(one.title_level) >= LEVELS.index(asked.title_level)
    return Finding("senior_title", label, Standing.MET if high else Standing.IMPOSSIBLE, basis=asked.basis)


def _degree(one: Expert, asked: Conditions, today: date) -> Finding:
    label = Label("学位及获得年限", "Degree and years since")
    if one.degree is None:
        return Finding("degree_years", label, Standing.UNKNOWN, basis=asked.basis)
    years = {DOCTOR: asked.doctor_years, MASTER: asked.master_years}.get(one.degree)
    if years is None:
        return Finding("degree_years", label, Standing.IMPOSSIBLE, basis=asked.basis)
    return _since("degree_years", label, one.degree_awarded_on, years, today)


def _tech_head(one: Expert, asked: Conditions, today: date) -> Finding:
    label = Label("技术负责人", "Head of technology")
    return _since("tech_head", label, one.tech_head_since, asked.tech_head_years, today)


def _since(code: str, label: Label, day: date | None, years: int, today: date) -> Finding:
    """Whether so many years have passed since a day; unknown without it."""
    asked = Label(f"满 {years} 年", findings.count(years, "year"))
    if day is None:
        return Finding(code, label, Standing.UNKNOWN, threshold=asked)
    earliest = months.add_months(day, years * 12)
    # Full months since that day, so that today itself does not count yet.
    past = months.span(day, today - timedelta(days=1)).months if today > day else 0
    value = findings.length(Duration(past, 0))
    if earliest <= today:
        return Finding(code, label, Standing.MET, value, asked)
    cure = Label(f"{earliest} 起满足", f"From {earliest} on")
    return Finding(code, label, Standing.NOT_YET, value, asked, earliest=earliest, cure=cure)


def _manager(one: Expert, asked: Conditions) -> Finding:
    label = Label("中高层管理人员", "Middle or senior manager")
    standing = {True: Standing.MET, False: Standing.IMPOSSIBLE, None: Standing.UNKNOWN}[one.is_manager]
    return Finding("manager", label, standing, basis=asked.basis)
