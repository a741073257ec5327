"""The applications of a batch as a list: evidence verified, votes, state, certificate."""

from collections.abc import Iterable, Mapping

from ptman.aspects.titles.rows import ApplicationRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.models import TitleApplication
from ptman.models.choices_titles import TitleApplicationStatus
from ptman.register import columns, noun_tags, rows

NO_SOUNDS: Mapping[str, tuple[str, ...]] = {}
LIST = rows.blank(
    "title-applications",
    "title_application",
    Label("职称申报一览", "Applications for the title"),
    (
        *columns.of(TitleApplication, "application_no"),
        Column("student_no", Label("学号", "Student no."), Kind.IDENTIFIER, 10),
        Column("name", Label("姓名", "Name"), Kind.NAME, 8),
        Column("category", Label("专业学位类别", "Degree category"), width=14),
        *columns.of(TitleApplication, "specialty", "target_title", "status"),
        Column("evidence", Label("佐证核验", "Evidence verified"), width=10),
        Column("votes", Label("同意/反对/弃权", "For/against/abstained"), width=12),
        *columns.of(TitleApplication, "submitted_on", "qualified_on", "cert_no", "cert_issued_on"),
    ),
)


def listing(found: Iterable[ApplicationRow], sounds: Mapping[str, tuple[str, ...]] = NO_SOUNDS) -> Listing:
    """One row an application; tags are those of its state, as in the register."""
    return rows.listing(
        LIST,
        (
            rows.Entry(
                one.ref.id,
                {
                    "application_no": one.number,
                    "student_no": one.student_no,
                    "name": one.name,
                    "category": one.category,
                    "specialty": one.specialty,
                    "target_title": one.target,
                    "status": one.status,
                    "evidence": "{}/{}".format(*one.evidence),
                    "votes": _votes(one),
                    "submitted_on": one.submitted_on,
                    "qualified_on": one.qualified_on,
                    "cert_no": one.cert_no,
                    "cert_issued_on": one.cert_issued_on,
                },
                sounds.get(one.student_id, ()),
                frozenset({tag(one.status), *(("complete",) if one.evidence[0] == one.evidence[1] else ())}),
            )
            for one in found
        ),
    )


def tag(status: TitleApplicationStatus) -> str:
    return noun_tags.state("status", status.value)


def _votes(one: ApplicationRow) -> str:
    if one.votes[0] is None:
        return ""
    return "/".join(str(part or 0) for part in one.votes)
