"""Papers about one: the degree audit of a student, the roster of a training class."""

from collections.abc import Sequence
from datetime import date

from ptman.aspects.talents import summaries
from ptman.aspects.talents.auditing import AuditRow
from ptman.labels import Label
from ptman.models import TrainingClass, TrainingTrainee
from ptman.register.sender import Sender
from ptman.reports.report import Align, Facts, Report, Table
from ptman.rules.findings import Finding


def audit(one: AuditRow, by: Sender, today: date) -> Report:
    """Every test of one student, with what would close the gap."""
    lang = by.lang
    heads = (
        Label("审核项", "Test"),
        Label("结论", "Standing"),
        Label("现状", "Now"),
        Label("要求", "Required"),
        Label("补救", "What would close it"),
    )

    def cells(each: Finding) -> tuple[str, ...]:
        said = (each.label, each.standing.label, each.value, each.threshold, each.cure)
        return tuple(part.text(lang) if part else summaries.NONE for part in said)

    facts = Facts(
        (
            (summaries.NAME.text(lang), one.pupil.name),
            (summaries.STUDENT_NO.text(lang), one.pupil.number),
            (Label("年级", "Cohort").text(lang), str(one.pupil.cohort)),
            (Label("未满足的必备项", "Tests in the way").text(lang), str(len(one.blocks))),
        )
    )
    table = Table(
        tuple(head.text(lang) for head in heads),
        tuple(cells(each) for each in one.findings),
        widths=(2.2, 1.2, 1.6, 1.8, 2.6),
    )
    title = Label("学位授予资格审核表", "Degree audit").text(lang)
    return Report(title, (facts, table), today, lang, issuer=by.name, subtitle=one.title, trace=one.pupil.number)


def roster(one: TrainingClass, people: Sequence[TrainingTrainee], by: Sender, today: date) -> Report:
    """The trainees of a class with room to sign; mobiles stay in the office file."""
    lang = by.lang
    heads = (
        Label("序号", "No."),
        summaries.NAME,
        Label("单位", "Unit"),
        Label("职务", "Post"),
        Label("出勤学时", "Hours"),
        Label("结果", "Result"),
        Label("结业证书编号", "Certificate no."),
        Label("签名", "Signature"),
    )
    table = Table(
        tuple(head.text(lang) for head in heads),
        tuple(
            (
                str(each.seq),
                each.name,
                each.unit or summaries.NONE,
                each.post or summaries.NONE,
                str(each.attended) if each.attended is not None else summaries.NONE,
                each.result.label.text(lang) if each.result else summaries.NONE,
                each.cert_no or summaries.NONE,
                "",
            )
            for each in people
        ),
        widths=(0.7, 1.2, 2.4, 1.4, 1.0, 1.0, 1.8, 1.6),
        aligns=(Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT),
    )
    days = f"{one.starts_on} — {one.ends_on}"
    title = Label(f"{one.name}学员名册", f"Trainees of {one.name}").text(lang)
    return Report(title, (table,), today, lang, issuer=by.name, number=one.class_no, subtitle=days, trace=one.class_no)
