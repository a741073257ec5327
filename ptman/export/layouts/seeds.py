"""The layouts that come with the program: the rosters an office is asked for, column by column (domain §10.1–10.6)."""

from dataclasses import dataclass, replace

from ptman.export.layouts.layout import Layout, Pick, SortKey
from ptman.labels import Label


@dataclass(frozen=True, slots=True)
class Seed:
    """A layout that is there before anyone has saved one."""

    key: str
    name: Label
    layout: Layout


def of(name: str) -> tuple[Seed, ...]:
    """Those of the list of that name."""
    return tuple(seed for seed in SEEDS if seed.layout.list == name)


def _picks(words: str) -> tuple[Pick, ...]:
    """Columns parted by blanks: `key`, or `key=header`; `+key` is summed."""
    picks = (one.partition("=") for one in words.split())
    return tuple(Pick(key.removeprefix("+"), header, total=key.startswith("+")) for key, _, header in picks)


def _seed(list_: str, key: str, name: Label, words: str) -> Seed:
    return Seed(key, name, Layout(list_, _picks(words)))


STUDENTS = _seed(
    "students",
    "student-roster",
    Label("学生名册", "Student roster"),
    "student_no name gender id_type id_number cohort_year category field study_mode orientation_type employer "
    "employer_type programme branch enrolled_on expected_graduation_on prior_work_months mobile email academic "
    "academic_no industry industry_organisation status remark",
)
ACADEMICS = _seed(
    "academic-supervisors",
    "academic-roster",
    Label("校内导师名册", "Academic supervisors"),
    "staff_no name department title_name supervisor_type appointed_on category_codes +max_students mobile email",
)
INDUSTRIES = _seed(
    "industry-supervisors",
    "industry-roster",
    Label("企业导师汇总表", "Industry supervisors"),
    "name gender birth_date=出生年月 organisation uscc department_name post title_name title_level highest_degree "
    "work_start_year category=拟聘类别 expertise recommended_by appoint_type term_start term_end appointment_no mobile "
    "email remark",
)
BASES = _seed(
    "bases",
    "base-roster",
    Label("实践基地名册", "Training bases"),
    "base_no name host_organisation uscc org_type=单位性质 region_code address base_kind level category_codes "
    "+capacity_per_batch agreement_no valid_from valid_to signed_on plaque_on campus_leader host_leader contact_name "
    "contact_phone safety_officer +received +present status",
)
DOUBLE = _seed(
    "double-supervisors",
    "double-roster",
    Label("双导师名单", "Both supervisors"),
    "student_no name category field study_mode academic academic_title=职称 academic_department industry "
    "industry_organisation industry_post industry_title=职称 term decided_on remark",
)
PLACEMENTS = _seed(
    "placements",
    "placement-roster",
    Label("专业实践汇总表", "Placements"),
    "student_no name category field practice_form arrangement host uscc base post_name project_title place "
    "starts_on ends_on months academic industry industry_mobile agreement_no remark",
)
AGREEMENTS = _seed(
    "agreements",
    "agreement-ledger",
    Label("协议台账", "Agreements"),
    "agreement_no kind title base signed_on valid_from valid_to auto_renew +copies remark",
)
APPOINTMENTS = _seed(
    "appointments",
    "appointment-ledger",
    Label("企业导师聘任台账", "Appointments"),
    "industry_supervisor supervisor_no organisation appointment_no appoint_type category term_start term_end status "
    "approval_doc_no end_reason",
)
BY_HOST = Seed(
    "placements-by-host",
    Label("按实践单位分组", "Placements by host"),
    replace(
        PLACEMENTS.layout,
        picks=_picks("student_no name category field base post_name starts_on ends_on +months academic industry"),
        sort=(SortKey("student_no"),),
        group="host",
        subtotals=True,
    ),
)
SEEDS = (STUDENTS, ACADEMICS, INDUSTRIES, BASES, DOUBLE, PLACEMENTS, BY_HOST, AGREEMENTS, APPOINTMENTS)
