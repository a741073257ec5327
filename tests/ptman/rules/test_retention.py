"""How long records are kept."""

from datetime import date

import pytest

from ptman.rules import retention

BY_ENTITY = {one.entity: one for one in retention.DEFAULTS}


@pytest.mark.parametrize(
    ("entity", "until"),
    [
        ("agreement", None),
        ("degree_application", None),
        ("appointment", date(2056, 8, 31)),
        ("placement", date(2036, 8, 31)),
        ("emergency_contact", date(2027, 2, 28)),
        ("disclosure", date(2029, 8, 31)),
        ("imported_file", date(2026, 11, 29)),
    ],
)
def test_how_long(entity: str, until: date | None) -> None:
    policy, since = BY_ENTITY[entity], date(2026, 8, 31)
    assert retention.kept_until(policy, since) == until
    if until is None:
        assert policy.permanent
        assert not retention.is_over(policy, since, date(2999, 1, 1))
    else:
        assert not retention.is_over(policy, since, until)
        assert retention.is_over(policy, since, date.fromordinal(until.toordinal() + 1))


def test_what_must_be_kept_for_ever_is_never_deleted() -> None:
    assert {one.ending for one in retention.DEFAULTS if one.permanent} == {retention.Ending.LOCK}
    assert len(BY_ENTITY) == len(retention.DEFAULTS)
