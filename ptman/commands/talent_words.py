"""The words of `ptman talent`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
ACTIONS = (
    "path",
    "milestones",
    "reports",
    "assessments",
    "audit",
    "certifications",
    "validity",
    "classes",
    "progress",
    "reminder",
    "certification-sheet",
    "plan-form",
    "midterm-form",
    "assessment-form",
    "audit-sheet",
    "roster",
    "certificates",
)


def add_talent(add: Add) -> argparse.ArgumentParser:
    one = add("talent", help="training of talents: milestones, practice reports, degree audit, certifications, classes")
    one.add_argument(
        "action",
        choices=ACTIONS,
        help="how a cohort stands at each milestone; draw up its milestones or reports, open its assessments of "
        "practice; the degree audit; certifications and their validity; training classes; issue the certificates "
        "of a class; or write a paper about a cohort, a student or a class",
    )
    one.add_argument("what", nargs="?", default="", metavar="WHICH", help="cohort, student or class it is about")
    one.add_argument("target", nargs="?", default="", metavar="OUT", help="the file (.pdf, .docx) or folder to write")
    one.add_argument("--language", choices=("zh", "en", "both"), default="zh", help="of certificates")
    one.add_argument("--keep", action="store_true", help="keep what was drafted")
    return one
