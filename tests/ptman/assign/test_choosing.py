"""The quick way to a cohort's choices gives what judging every student with every candidate gives."""

import dataclasses
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import building, eligible, terms, waiting
from ptman.assign.choosing import Vocabulary
from ptman.assign.eligible import Reason
from ptman.assign.problem import Role
from ptman.assign.reading import Reading, seat_of
from ptman.assign.request import Request
from ptman.assign.situation import Academic, Industry, Learner, Site, Situation
from tests.ptman.assign.situations import situations


@settings(deadline=None, max_examples=80)
@given(situations())
def test_every_choice_has_the_points_that_judging_it_alone_gives(office: Situation) -> None:
    made = building.build(office, Request(again=True))
    for learner, student in zip(office.students, made.students, strict=True):
        judged = list(_judged(office, learner))
        assert student.excluded == {(role, key): why.value for role, key, why in judged if why is not None}
        for role in Role:
            able = [key for about, key, why in judged if about is role and why is None]
            assert list(student.options(role)) == able
            for key in able:
                option = student.options(role)[key]
                assert list(option.terms) == list(_terms(office, learner, key))
                assert option.cost == sum(points for _, points in option.terms)


@settings(deadline=None, max_examples=80)
@given(situations())
def test_why_somebody_waits_is_what_their_own_choices_say(drawn: Situation) -> None:
    office = _known(drawn)
    made = building.build(office)
    room = dict(Reading(made).room)
    for learner in office.students:
        for role, standing in learner.standing:
            room[role, standing.target, learner.stay if role is Role.BASE else ""] -= 1
    listing = waiting.listing(office)
    why = {row.id: str(row.cells[listing.index("why")]) for row in listing.rows}
    for learner, student in zip(office.students, made.students, strict=True):
        for role in Role:
            if learner.stands(role) is None:
                options = student.options(role)
                seats = sum(room[seat_of(student, role, key)] > 0 for key in options)
                said = f"{seats} 个可选" if seats else f"{len(options)} 个{role.label.zh}均已满"
                assert (said if options else f"无符合条件的{role.label.zh}") in why[learner.id]


@given(st.lists(st.sampled_from("abcd"), unique=True).map(tuple), st.lists(st.sampled_from("abcd"), unique=True))
def test_the_vocabulary_grades_as_the_fit_does(wanted: tuple[str, ...], offered: list[str]) -> None:
    base = Industry("i", "", "", "", False, "", tuple(offered), 0, 0, (), (), "")
    some, good = Vocabulary([base]).near(wanted)
    grade = terms.FIT_GOOD if "i" in good else terms.FIT_SOME if "i" in some else None
    if grade is not None or (wanted and offered):
        assert terms.fit(wanted, offered) == (terms.FIT_NONE if grade is None else grade)


def _judged(office: Situation, learner: Learner) -> Iterator[tuple[Role, str, Reason | None]]:
    stay = office.stay(learner)
    for academic in office.academics:
        yield Role.ACADEMIC, academic.id, eligible.academic(learner.category, academic)
    for person in office.industry:
        yield Role.INDUSTRY, person.id, eligible.industry(learner.category, person, stay, office.today)
    for site in office.sites:
        yield Role.BASE, site.id, eligible.site(learner.category, site, stay)


def _terms(office: Situation, learner: Learner, key: str) -> Iterator[tuple[str, int]]:
    mine = {one.target: one.rank for one in office.wishes if one.student == learner.id and one.by_student}
    theirs = {one.student: one.rank for one in office.wishes if one.target == key and not one.by_student}
    yield "rank", terms.rank(mine.get(key))
    everyone: tuple[Academic | Industry | Site, ...] = (*office.academics, *office.industry, *office.sites)
    target = next(one for one in everyone if one.id == key)
    if not isinstance(target, Site):
        yield "supervisor_rank", terms.supervisor_rank(theirs.get(learner.id), ranked_anyone=bool(theirs))
        yield "field", terms.fit(learner.field_words, target.words)
        yield "topic", terms.fit(learner.topic_words, target.words)
    if isinstance(target, Industry) and not eligible.appointed(learner.category, target, office.stay(learner).ends_on):
        yield "ends_early", terms.ENDS_EARLY


def _known(office: Situation) -> Situation:
    """Without pairings with somebody who is not in the office."""
    known = office.names().keys()
    students = tuple(
        dataclasses.replace(one, standing=tuple(pair for pair in one.standing if pair[1].target in known))
        for one in office.students
    )
    return dataclasses.replace(office, students=students)
