"""Credits and blocks of the degree audit."""

from datetime import date

import pytest

from ptman.labels import Label
from ptman.rules.degree import audit
from ptman.rules.degree.audit import Credits, Result
from ptman.rules.findings import Finding, Limit, Standing

LIMITS = {
    "plan.total_credits_min": Limit(32, "warn"),
    "plan.course_credits_min": Limit(24, "warn"),
    "plan.degree_course_credits_min": Limit(20, "warn"),
}


def test_only_what_was_passed_counts() -> None:
    results = [Result(30, True, True), Result(20, True), Result(25, False, True), Result(10, None)]
    assert audit.earned(results, 60) == Credits(50, 30, 60)
    assert audit.earned(results, 60).total_x10 == 110


def test_each_sum_against_its_threshold() -> None:
    total, courses, degree = audit.credits_(Credits(260, 195, 60), LIMITS)
    assert (total.standing, courses.standing, degree.standing) == (Standing.MET, Standing.MET, Standing.NOT_YET)
    assert (degree.gap, degree.cure) == (
        Label("0.5 学分", "0.5 credits"),
        Label("再修 0.5 学分", "Earn 0.5 more credits"),
    )
    assert {one.severity for one in (total, courses, degree)} == {"warn"}


def test_without_results_nothing_is_judged() -> None:
    assert {one.standing for one in audit.credits_(None, LIMITS)} == {Standing.UNKNOWN}
    assert audit.credits_(None, {}) == ()


@pytest.mark.parametrize(
    ("result", "standing"), [(True, Standing.MET), (False, Standing.NOT_YET), (None, Standing.UNKNOWN)]
)
def test_practice_stands_in_the_way(result: bool | None, standing: Standing) -> None:  # noqa: FBT001 - a column of the table
    found = audit.practice_passed(result=result)
    assert (found.standing, found.blocks) == (standing, standing is not Standing.MET)


def test_milestones_by_their_last_attempt() -> None:
    wanted = {code: Label(code, code) for code in ("proposal", "midterm", "defence", "plan")}
    found = audit.milestones_passed({"proposal": "passed", "midterm": "failed", "plan": "waived"}, wanted)
    assert [one.standing for one in found] == [Standing.MET, Standing.NOT_YET, Standing.UNKNOWN, Standing.MET]


def test_the_hopeless_comes_first_and_warnings_do_not_block() -> None:
    label = Label("x", "x")
    found = [
        Finding("a", label, Standing.NOT_YET),
        Finding("b", label, Standing.IMPOSSIBLE, severity="warn"),
        Finding("c", label, Standing.IMPOSSIBLE),
        Finding("d", label, Standing.MET),
        Finding("e", label, Standing.UNKNOWN),
    ]
    assert [one.code for one in audit.blocks(found)] == ["c", "e", "a"]


@pytest.mark.parametrize(
    ("proposed", "defended", "standing", "earliest"),
    [
        (None, None, Standing.UNKNOWN, None),
        (None, date(2026, 9, 1), Standing.UNKNOWN, None),
        (date(2026, 1, 31), None, Standing.MET, None),
        (date(2026, 2, 1), None, Standing.NOT_YET, date(2026, 10, 1)),
        (date(2026, 1, 10), date(2026, 9, 10), Standing.MET, None),
        (date(2026, 1, 10), date(2026, 9, 9), Standing.IMPOSSIBLE, None),
    ],
)
def test_months_from_proposal_to_defence(
    proposed: date | None, defended: date | None, standing: Standing, earliest: date | None
) -> None:
    (found,) = audit.between((proposed, defended), {audit.BETWEEN: Limit(8, "warn")}, date(2026, 9, 30))
    assert (found.standing, found.earliest, found.severity) == (standing, earliest, "warn")
    assert found.met or found.cure or found.standing is Standing.IMPOSSIBLE


def test_the_time_of_study_runs_out_after_its_last_day() -> None:
    limits = {"plan.max_full_time": Limit(4, "warn", "学位办〔2018〕14号")}
    enrolled = date(2022, 9, 1)
    (last,) = audit.study_length(enrolled, "plan.max_full_time", limits, date(2026, 8, 31))
    (over,) = audit.study_length(enrolled, "plan.max_full_time", limits, date(2026, 9, 1))
    assert (last.standing, over.standing) == (Standing.MET, Standing.IMPOSSIBLE)
    assert over.basis == "学位办〔2018〕14号"
    assert audit.study_length(enrolled, "plan.max_part_time", limits, date(2026, 9, 1)) == ()
    assert audit.between((None, None), {}, date(2026, 9, 1)) == ()
