"""Puts one invented programme together: the five tables, clean but for the faults that are to be planted."""

import random
from collections import Counter

from ptman.samples import bases, organisations, preferences, students, supervisors
from ptman.samples.made import Season, Table
from ptman.samples.people import People


def invent(season: Season, seed: int) -> tuple[Table, ...]:
    """Students, academic supervisors, industry supervisors, bases, preferences; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 samples must come out the same again, nothing is kept secret by them
    people = People(draw)
    hosts = organisations.invent(season, draw)
    cohort = students.invent(season, people, hosts, draw)
    academics = supervisors.academics(season, people, draw)
    seated = bases.seats(season, hosts, draw)
    places: Counter[organisations.Enterprise] = Counter()
    for host, share in seated:
        places[host] += share
    industry = supervisors.industry(season, people, places, draw)
    sites = bases.invent(season, people, seated, draw)
    sides = (("校内导师", academics), ("企业导师", industry), ("基地", sites))
    markets = [preferences.market(name, candidates, draw) for name, candidates in sides]
    choices = preferences.invent(season, cohort, markets, draw)
    return (
        Table("学生名册.xlsx", "学生名册", cohort),
        Table("校内导师.xlsx", "校内导师", academics),
        Table("企业导师.xlsx", "企业导师汇总表", industry),
        Table("实践基地.xlsx", "实践基地", sites),
        Table("志愿.xlsx", "志愿", choices),
    )
