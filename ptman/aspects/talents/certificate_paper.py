"""Certificates of completion of a training class (D17): a sheet each, numbered on and on, no degree certificate."""

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.letters import compiling, fonts, papers
from ptman.models import TrainingClass, TrainingTrainee
from ptman.register import titles
from ptman.register.sender import Sender
from ptman.reports import pages
from ptman.reports.paper_files import File

TITLE = Label("结业证书", "Certificate of Completion")
NUMBER = Label("证书编号：", "No. ")
NOTE = Label("本证书为非学历教育培训结业证书", "This certificate is of training that leads to no academic degree")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One certificate as it is printed."""

    name: str
    body: str
    number: str
    dated: str


def certificates(session: Session, class_id: str, by: Sender) -> File:
    """The certificates of all who have a number, as one PDF. PtmanError `no-record`, `no-certificates`."""
    one = session.get(TrainingClass, class_id)
    if one is None:
        raise titles.gone("training_class")
    mine = select(TrainingTrainee).where(TrainingTrainee.class_id == class_id, TrainingTrainee.cert_no.is_not(None))
    people = session.scalars(mine.order_by(TrainingTrainee.cert_no)).all()
    if not people:
        raise PtmanError(
            "no-certificates",
            "这个班还没有发证书。先登记学员结果，再办理“发证书”。没有写入文件。",
            "No certificates of this class are issued yet. Enter the results, then take the step “Issue certificates”. "
            "Nothing was written.",
        )
    sheets = [sheet(one, each, by.lang) for each in people]
    dated = max(each.cert_on or one.ends_on for each in people)
    name = papers.name(f"{one.name}{TITLE.zh}", one.class_no)
    return File(name, pdf(sheets, by, dated))


def sheet(one: TrainingClass, who: TrainingTrainee, lang: Lang) -> Sheet:
    """What the certificate says; the day is that of issue."""
    on = who.cert_on or one.ends_on
    hours_zh = f"，修满 {one.hours} 学时" if one.hours else ""
    hours_en = f" ({one.hours} hours)" if one.hours else ""
    unit = f"（{who.unit}）" if who.unit else ""
    zh = (
        f"{unit}于 {_day(one.starts_on)}至 {_day(one.ends_on)}参加“{one.name}”培训{hours_zh}，"
        "完成规定的学习内容，考核合格，准予结业。"
    )
    of = f"of {who.unit}, " if who.unit else ""
    en = (
        f"{of}has attended the training class “{one.name}”{hours_en} from {one.starts_on} to {one.ends_on}, "
        "completed its content and passed its examination."
    )
    dated = _day(on) if lang is Lang.ZH else on.isoformat()
    said = (who.name, zh if lang is Lang.ZH else en, NUMBER.text(lang) + (who.cert_no or ""), dated)
    return Sheet(*map(pages.printable, said))


def pdf(sheets: list[Sheet], by: Sender, dated: date) -> bytes:
    """The sheets as tagged PDF/A."""
    values = {
        "title": TITLE.text(by.lang),
        "note": NOTE.text(by.lang),
        "issuer": by.name,
        "lang": str(by.lang),
        "date": {"year": dated.year, "month": dated.month, "day": dated.day},
        "fonts": {role.value: names for role, names in fonts.FAMILIES.items()},
        "sheets": [{"name": one.name, "body": one.body, "number": one.number, "dated": one.dated} for one in sheets],
    }
    return compiling.compiled("reports/completion", {"sheets": json.dumps(values, ensure_ascii=False)}, dated)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
