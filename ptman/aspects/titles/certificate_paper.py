"""The register of a batch's certificates: whose, of what number and day, with room to sign for it."""

from collections.abc import Sequence
from datetime import date

from ptman.aspects.titles import saying
from ptman.aspects.titles.rows import ApplicationRow
from ptman.labels import Label
from ptman.register.sender import Sender
from ptman.reports.report import Align, Block, Paragraph, Report, Signature, Table
from ptman.rules import dates

TITLE = Label("职称证书发放登记表", "Register of certificates issued")
HEADS = (
    Label("序号", "No."),
    Label("证书编号", "Certificate no."),
    Label("姓名", "Name"),
    Label("学号", "Student no."),
    Label("职称", "Title"),
    Label("取得资格日期", "Qualified on"),
    Label("发证日期", "Issued on"),
    Label("领取人签名", "Received (signature)"),
)
APPROVED = Label("批准文号：", "Approval no.: ")
NONE = Label("本批次还没有编号的证书。", "No certificate of this batch has a number yet.")


def report(batch: str, found: Sequence[ApplicationRow], approval: str, by: Sender, today: date) -> Report:
    lang = by.lang
    rows = tuple(
        (
            str(at),
            one.cert_no,
            one.name,
            one.student_no,
            one.target,
            one.qualified_on.isoformat() if one.qualified_on else saying.NONE,
            one.cert_issued_on.isoformat() if one.cert_issued_on else saying.NONE,
            "",
        )
        for at, one in enumerate(sorted(found, key=lambda each: each.cert_no), 1)
    )
    table = Table(
        tuple(head.text(lang) for head in HEADS),
        rows,
        widths=(7.0, 18.0, 11.0, 14.0, 11.0, 15.0, 15.0, 20.0),
        aligns=(Align.RIGHT, *(Align.LEFT,) * 7),
        empty=NONE.text(lang),
    )
    said: tuple[Block, ...] = (Paragraph(approval, lead=APPROVED.text(lang), indent=False),) if approval else ()
    blocks: tuple[Block, ...] = (*said, table, Signature(by.name, dates.said(today, lang)))
    subtitle = f"{batch}　{saying.total(len(found), lang)}"
    return Report(TITLE.text(lang), blocks, today, lang, issuer=by.name, subtitle=subtitle, trace=batch)
