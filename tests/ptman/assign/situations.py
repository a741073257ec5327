"""Small offices drawn at random: categories, words, appointments, seats, wishes and pairings of every mixture."""

from datetime import date

from hypothesis import strategies as st

from ptman.assign.problem import Role
from ptman.assign.situation import Academic, Industry, Learner, Site, Situation, Standing, Stay, Term, Wish

TODAY = date(2026, 9, 10)
STAYS = (Stay("one", "一", date(2027, 3, 1), date(2027, 8, 31)), Stay("two", "二", date(2027, 9, 1), date(2028, 8, 31)))
DAYS = st.sampled_from([date(2026, 1, 1), date(2027, 6, 1), date(2027, 12, 1), date(2029, 1, 1)])
CATEGORIES = ("0854", "0855")
SOME_CATEGORIES = st.sampled_from([(), ("0854",), ("0855",), CATEGORIES])
WORDS = st.lists(st.sampled_from(["ai", "chip", "radio", "steel"]), unique=True, max_size=4).map(tuple)
ACADEMICS, INDUSTRY, SITES = (tuple(f"{kind}{n}" for n in range(4)) for kind in "aib")
TARGETS = {Role.ACADEMIC: ACADEMICS, Role.INDUSTRY: INDUSTRY, Role.BASE: SITES}
FEW = st.integers(0, 3)
TERMS = st.lists(st.builds(Term, DAYS, st.none() | DAYS, st.sampled_from(["", "0854"])), max_size=2).map(tuple)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    students = tuple(draw(_learner(f"s{n}")) for n in range(draw(st.integers(1, 5))))
    return Situation(
        2026,
        TODAY,
        STAYS,
        students,
        tuple(_academic(draw, who) for who in draw(_some(ACADEMICS))),
        tuple(_industry(draw, who) for who in draw(_some(INDUSTRY))),
        tuple(_site(draw, which) for which in draw(_some(SITES))),
        tuple(one for learner in students for one in draw(_wishes(learner.id))),
        (),
    )


def _some(ids: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """All of them half of the time, so that nearly every standing pairing and wish meets somebody."""
    return st.just(list(ids)) | st.lists(st.sampled_from(ids), unique=True)


@st.composite
def _learner(draw: st.DrawFn, who: str) -> Learner:
    standing = tuple(
        (role, Standing(f"{who}{role}", 1, draw(st.sampled_from(TARGETS[role])), draw(st.booleans())))
        for role in draw(st.lists(st.sampled_from(list(Role)), unique=True))
    )
    category, stay = draw(st.sampled_from(CATEGORIES)), draw(st.sampled_from(STAYS)).id
    return Learner(who, who, who, (), category, "", draw(WORDS), draw(WORDS), TODAY, stay, standing)


def _academic(draw: st.DrawFn, who: str) -> Academic:
    return Academic(who, who, who, draw(st.booleans()), draw(SOME_CATEGORIES), draw(WORDS), draw(FEW), draw(FEW))


def _industry(draw: st.DrawFn, who: str) -> Industry:
    return Industry(
        who,
        who,
        who,
        "",
        draw(st.booleans()),
        draw(st.sampled_from(["", *CATEGORIES])),
        draw(WORDS),
        draw(FEW),
        draw(FEW),
        draw(TERMS),
        (),
        "",
    )


def _site(draw: st.DrawFn, which: str) -> Site:
    seats = tuple((stay.id, draw(FEW)) for stay in STAYS)
    gone = tuple((stay.id, draw(FEW)) for stay in STAYS)
    return Site(which, which, which, draw(st.booleans()), draw(SOME_CATEGORIES), seats, gone, draw(TERMS))


@st.composite
def _wishes(draw: st.DrawFn, who: str) -> list[Wish]:
    chosen = draw(st.lists(st.sampled_from([(role, key) for role in Role for key in TARGETS[role]]), unique=True))
    return [
        Wish(who, role, key, draw(st.integers(1, 7)), by)
        for role, key in chosen
        for by in draw(st.sampled_from([(True,), (False,), (True, False)]))
    ]
