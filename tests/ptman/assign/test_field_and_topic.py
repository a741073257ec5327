"""A scenario that weighed field and topic together, opened by a program that weighs them apart."""

import json
from pathlib import Path

from sqlalchemy import select

from ptman import db, pragmas
from ptman.assign import weights
from ptman.assign.weights import Weights
from ptman.models.scenarios import Scenario
from tests.ptman.older_offices import Older

INSERT = """INSERT INTO scenario (id, cohort_year, name, mode, weights, seed, again, state, limits, version)
    VALUES (?, 2026, ?, 'total', ?, '', 0, 'open', '[]', 1)"""


def test_what_both_together_weighed_each_weighs_now(tmp_path: Path) -> None:
    path = tmp_path / "old.ptman"
    Older(tmp_path).put(path, "0038")
    connection = pragmas.connect(path)
    for name, kept in (("甲", {"rank": 50, "fit": 150}), ("乙", {"rank": 70})):
        connection.execute(INSERT, (name, name, json.dumps(kept)))
    connection.commit()
    connection.close()
    with db.Database(path, who="王") as office:
        found = office.read(lambda session: {one.name: one.weights for one in session.scalars(select(Scenario))})
    assert found["甲"] == {"rank": 50, "field": 150, "topic": 150}
    assert weights.read(found["甲"]) == Weights(rank=50, field=150, topic=150)
    assert weights.read(found["乙"]) == Weights(rank=70)
