"""Gives assignment tests a desk: an empty office with makers."""

import pytest

from ptman import db
from tests.ptman.assign.desk import Desk


@pytest.fixture
def desk(office: db.Database) -> Desk:
    return Desk(office)
