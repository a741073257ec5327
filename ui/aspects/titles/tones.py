"""The colours of the title workbench: how a test stands, how an application stands; a sign always says it too."""

from ptman.aspects.titles import matrix
from ptman.listing import Row
from ptman.rules.findings import Standing
from ptman.rules.titles import editions
from ui.palette import Tone

OF = {
    Standing.MET: Tone.DONE,
    Standing.NOT_YET: Tone.SOON,
    Standing.UNKNOWN: Tone.QUIET,
    Standing.IMPOSSIBLE: Tone.OVERDUE,
}
_DONE = frozenset({"status=confirmed", "status=certificate_issued"})
_LOST = frozenset(
    {"status=prelim_failed", "status=review_failed", "status=rejected", "status=revoked", "status=withdrawn"}
)


def of_test(row: Row, key: str) -> Tone:
    """A cell of the matrix by the tag of its test."""
    if key == "verdict":
        return next((OF[one] for one in Standing if f"verdict={one.value}" in row.tags), Tone.PLAIN)
    if key in editions.FINDINGS:
        return next((OF[one] for one in Standing if f"{key}={one.value}" in row.tags), Tone.PLAIN)
    return Tone.QUIET if key in {"cohort", "category_name", "rules"} else Tone.PLAIN


def of_application(row: Row, key: str) -> Tone:
    if key == "evidence":
        return Tone.DONE if "complete" in row.tags else Tone.SOON
    if key != "status":
        return Tone.PLAIN
    if row.tags & _DONE:
        return Tone.DONE
    if row.tags & _LOST:
        return Tone.QUIET
    return Tone.OVERDUE if "status=objection" in row.tags else Tone.PLAIN


def sign(standing: Standing) -> str:
    return matrix.SIGNS[standing]
