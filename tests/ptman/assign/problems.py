"""Makers of small assignment problems for the tests."""

import dataclasses
import random

from ptman.assign.problem import (
    EVERYTHING,
    Academic,
    Base,
    Demand,
    Given,
    Industry,
    Option,
    Options,
    Organisation,
    Penalties,
    Problem,
    Ranking,
    Role,
    Student,
)

AUTUMN, SPRING = "autumn", "spring"


def student(key: str, academics: str = "", industry: str = "", bases: str = "", **other: object) -> Student:
    """A student whose choices are written as `a1:0 a2:3`, the number being the cost."""

    def options(text: str) -> dict[str, Option]:
        pairs = (item.split(":") for item in text.split())
        return {name: Option.of(("rank", int(cost))) for name, cost in pairs}

    period, needs = other.get("period", AUTUMN), other.get("needs", EVERYTHING)
    assert isinstance(period, str)
    assert isinstance(needs, frozenset)
    return Student(key, period, options(academics), options(industry), options(bases), needs)


def drawing(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - repeatable draws are the point


def only(role: Role) -> frozenset[Role]:
    return frozenset({role})


def tiny(seed: int) -> Problem:
    """A random problem of at most four students: locks, forbidden pairs, lower quotas, several periods, all of it."""
    draw = random.Random(seed)  # noqa: S311 - repeatable draws are the point
    academics, hosts, sites = (
        [f"{kind}{n}" for n in range(draw.randint(0, most))] for kind, most in (("a", 3), ("i", 2), ("b", 2))
    )

    def options(keys: list[str]) -> dict[str, Option]:
        return {key: Option.of(("rank", draw.randint(-2, 9))) for key in keys if draw.random() < 0.8}

    def needs() -> frozenset[Role]:
        return EVERYTHING if draw.random() < 0.7 else frozenset(role for role in Role if draw.random() < 0.6)

    students = tuple(
        Student(f"s{n}", draw.choice((AUTUMN, SPRING)), options(academics), options(hosts), options(sites), needs())
        for n in range(draw.randint(0, 4))
    )
    industry = tuple(
        Industry(key, draw.randint(0, 3), draw.randint(0, 1), "", frozenset(x for x in sites if draw.random() < 0.7))
        for key in hosts
    )
    bases = tuple(Base(key, {AUTUMN: draw.randint(0, 2), SPRING: draw.randint(0, 2)}) for key in sites)
    every = [
        (one, role, key)
        for one in students
        for role, keys in zip(Role, (academics, hosts, sites), strict=True)
        for key in keys
    ]
    demands = [Demand(one.id, role, key) for one, role, key in draw.sample(every, min(len(every), 4))]
    cut = draw.randint(0, 2)
    return Problem(
        students,
        tuple(Academic(key, draw.randint(0, 2), draw.randint(0, 2)) for key in academics),
        industry,
        bases,
        {(a, i): draw.randint(1, 6) for a in academics for i in hosts if draw.random() < 0.5},
        tuple(demands[:cut]),
        tuple(demands[cut : cut + draw.randint(0, 2)]),
        Penalties(20, 15, 10, 7, partial=draw.random() < 0.7),
    )


def ranked(seed: int) -> Problem:
    """A rich problem in which students have ranked what they may choose, ties and gaps included, and so have people."""
    draw = random.Random(f"ranked {seed}")  # noqa: S311 - repeatable draws are the point
    made = rich(seed)

    def menu(options: Options) -> Options:
        return {
            key: dataclasses.replace(one, rank=draw.choice((1, 1, 2, 3, None))) for key, one in sorted(options.items())
        }

    def ranking() -> Ranking:
        names = draw.sample([one.id for one in made.students], len(made.students))
        cut = draw.randint(0, len(names))
        return tuple(tie for tie in (tuple(names[:1]), tuple(names[1:cut])) if tie)

    students = tuple(
        dataclasses.replace(one, academics=menu(one.academics), industry=menu(one.industry), bases=menu(one.bases))
        for one in made.students
    )
    return dataclasses.replace(
        made,
        students=students,
        academics=tuple(dataclasses.replace(one, ranking=ranking()) for one in made.academics),
        industry=tuple(dataclasses.replace(one, ranking=ranking()) for one in made.industry),
        organisations=tuple(dataclasses.replace(one, ranking=ranking()) for one in made.organisations),
    )


def rich(seed: int) -> Problem:
    """A tiny problem with heavier students, organisations' quotas, what stands today, and soft upper quotas."""
    draw = random.Random(f"rich {seed}")  # noqa: S311 - repeatable draws are the point
    made = tiny(seed)
    organisations = [(role, f"o{n}") for role in (Role.ACADEMIC, Role.INDUSTRY) for n in range(2)]

    def given(one: Student) -> Given:
        menus = (one.academics, one.industry, one.bases)
        return Given(*(draw.choice(sorted(menu)) if menu and draw.random() < 0.7 else None for menu in menus))

    return dataclasses.replace(
        made,
        students=tuple(dataclasses.replace(one, units=draw.choice((1, 1, 2))) for one in made.students),
        academics=tuple(dataclasses.replace(one, organisation=draw.choice(("", "o0", "o1"))) for one in made.academics),
        industry=tuple(dataclasses.replace(one, organisation=draw.choice(("", "o0", "o1"))) for one in made.industry),
        organisations=tuple(
            Organisation(key, draw.randint(0, 4), draw.randint(0, 2), role)
            for role, key in organisations
            if draw.random() < 0.6
        ),
        standing={one.id: given(one) for one in made.students if draw.random() < 0.8},
        penalties=dataclasses.replace(made.penalties, moved=draw.choice((0, 1, 5))),
        overload={
            seat: draw.randint(0, 8)
            for seat in [(Role.ACADEMIC, one.id, "") for one in made.academics]
            + [(Role.BASE, one.id, AUTUMN) for one in made.bases]
            + [(role, key, "organisation") for role, key in organisations]
            if draw.random() < 0.2
        },
    )
