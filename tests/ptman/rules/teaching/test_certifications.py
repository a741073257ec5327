"""Certifications: three years less a day, other rules by level and date, and renewal by later exams."""

from datetime import date

import pytest

from ptman.rules.teaching import certifications
from ptman.rules.teaching.certifications import Exam, Validity

HCIE = (Validity(36), Validity(24, level="HCIE"), Validity(36, date(2021, 1, 1), "HCIE"))


@pytest.mark.parametrize(
    ("level", "acquired", "until"),
    [
        ("HCIA", date(2026, 9, 1), date(2029, 8, 31)),
        ("HCIP", date(2024, 2, 29), date(2027, 2, 27)),
        ("HCIE", date(2020, 12, 31), date(2022, 12, 30)),
        ("HCIE", date(2021, 1, 1), date(2023, 12, 31)),
    ],
)
def test_validity_by_level_and_date(level: str, acquired: date, until: date) -> None:
    assert certifications.valid_until(level, acquired, HCIE) == until


def test_without_a_rule_nothing_is_said() -> None:
    assert certifications.valid_until("HCIA", date(2026, 1, 1), ()) is None
    assert certifications.valid_until("HCIA", date(2026, 1, 1), (Validity(36, date(2027, 1, 1)),)) is None


@pytest.mark.parametrize(
    ("level", "vendor", "on", "until"),
    [
        ("HCIA", "Huawei", date(2025, 9, 1), date(2028, 8, 31)),
        ("HCIE", "Huawei", date(2025, 9, 1), date(2028, 8, 31)),
        ("HCIP", "Other", date(2025, 9, 1), date(2026, 8, 31)),
        # On the last valid day it still renews, a day later it does not.
        ("HCIP", "Huawei", date(2026, 8, 31), date(2029, 8, 30)),
        ("HCIP", "Huawei", date(2026, 9, 1), date(2026, 8, 31)),
    ],
)
def test_a_later_exam_renews(level: str, vendor: str, on: date, until: date) -> None:
    first = Exam("a", "Huawei", "HCIA", date(2023, 9, 1))
    assert certifications.renewed([Exam("b", vendor, level, on), first])["a"] == until


def test_a_lower_exam_renews_nothing_above_it() -> None:
    exams = [Exam("a", "Huawei", "HCIP", date(2023, 9, 1)), Exam("b", "Huawei", "HCIA", date(2025, 9, 1))]
    assert certifications.renewed(exams) == {"a": date(2026, 8, 31), "b": date(2028, 8, 31)}


def test_renewals_follow_each_other() -> None:
    exams = [Exam(str(year), "Huawei", "HCIA", date(year, 9, 1)) for year in (2020, 2022, 2024)]
    assert certifications.renewed(exams)["2020"] == date(2027, 8, 31)
