"""Sets what a partner is to us as two pages, in either language."""

from ptman.aspects.negotiation import keeping_word, notice, saying
from ptman.aspects.negotiation.brief import Brief, Past
from ptman.labels import Label, Lang
from ptman.register.sender import Sender
from ptman.reports.report import Align, Bar, Bars, Block, Facts, Heading, Paragraph, Points, Report, Table
from ptman.rules import dates

# So many lines of each table keep the brief within two pages.
PUPILS, GUIDES, PAPERS, OPEN, RESOLVED = 8, 6, 5, 7, 3

TITLE = Label("{}会商材料", "Partner brief: {}")
AS_OF = Label("截至 {}", "As of {}")
REST = Label("另有 {} 项未列出，见登记册。", "{} more are not listed; see the registers.")
NOW, COMING = Label("在岗学生", "Students there now"), Label("待派遣学生", "Students to come")
SUPERVISORS, LOADS = Label("企业导师", "Industry supervisors"), Label("在带/可带", "Load")
PUPILS_HEAD, GUIDES_HEAD = (
    Label("在岗学生名单", "Students there now"),
    Label("企业导师与指导人数", "Supervisors and load"),
)
SEATS_HEAD, PAPERS_HEAD = (
    Label("名额使用", "Seats used"),
    Label("已到期或半年内到期", "Ended or ending within half a year"),
)
OPEN_HEAD, KEPT_HEAD = Label("未办结事项", "Open action items"), Label("承诺与兑现", "Promised and delivered")
PAST_HEAD = Label("最近三次会议的议定事项", "Resolutions of the last three meetings")
NO_STUDENTS = Label("目前没有在岗学生。", "No students are there now.")
NO_GUIDES = Label("还没有企业导师。", "There are no supervisors yet.")
NO_SEATS = Label("没有尚未结束的实践批次。", "No period of practice is to come.")
NO_PAPERS = Label("没有。", "None.")
PUPIL_HEADS = (
    *(Label("学号", "Student no."), Label("姓名", "Name"), Label("基地", "Base")),
    *(Label("校内导师", "Academic"), Label("企业导师", "Industry"), Label("至", "Until")),
)
GUIDE_HEADS = (Label("姓名", "Name"), Label("职务", "Post"), LOADS, Label("聘期至", "Appointed until"))
PAPER_HEADS = (Label("类别", "Kind"), Label("名称", "Name"), Label("到期", "Ends"))


def report(brief: Brief, by: Sender) -> Report:
    lang = by.lang
    sections = (
        (PUPILS_HEAD, _pupils(brief, lang)),
        (GUIDES_HEAD, _guides(brief, lang)),
        (SEATS_HEAD, _seats(brief, lang)),
        (PAPERS_HEAD, _papers(brief, lang)),
        (KEPT_HEAD, _kept(brief, lang)),
        (OPEN_HEAD, _open(brief, by)),
        (PAST_HEAD, [block for past in brief.past for block in _past(past, lang)]),
    )
    blocks: list[Block] = [_figures(brief, lang)]
    shown = [(label, body) for label, body in sections if body]
    for at, (label, body) in enumerate(shown, 1):
        blocks += [Heading(saying.numbered(at, label.text(lang), lang)), *body]
    return Report(
        title=TITLE.text(lang).format(brief.partner),
        blocks=tuple(blocks),
        dated=brief.today,
        lang=lang,
        subtitle=AS_OF.text(lang).format(dates.said(brief.today, lang)),
        issuer=by.name,
        trace=brief.today.isoformat(),
    )


def _figures(brief: Brief, lang: Lang) -> Facts:
    taken, of = (sum(getattr(guide.load, key) for guide in brief.guides) for key in ("taken", "of"))
    return Facts(
        (
            (NOW.text(lang), str(len(brief.pupils))),
            (COMING.text(lang), str(brief.coming)),
            (SUPERVISORS.text(lang), str(len(brief.guides))),
            (LOADS.text(lang), f"{taken}/{of}"),
        )
    )


def _rest(count: int, most: int, lang: Lang) -> list[Block]:
    return [Paragraph(REST.text(lang).format(count - most), indent=False)] if count > most else []


def _pupils(brief: Brief, lang: Lang) -> list[Block]:
    rows = tuple(
        (one.number, one.name, one.base, one.academic, one.industry, one.until.isoformat())
        for one in brief.pupils[:PUPILS]
    )
    table = _table((PUPIL_HEADS, rows), (12, 9, 26, 9, 9, 13), NO_STUDENTS, lang)
    return [table, *_rest(len(brief.pupils), PUPILS, lang)]


def _guides(brief: Brief, lang: Lang) -> list[Block]:
    rows = tuple(
        (one.name, one.post or saying.NONE, str(one.load), one.until.isoformat() if one.until else saying.NONE)
        for one in brief.guides[:GUIDES]
    )
    return [_table((GUIDE_HEADS, rows), (16, 26, 12, 16), NO_GUIDES, lang), *_rest(len(brief.guides), GUIDES, lang)]


def _seats(brief: Brief, lang: Lang) -> list[Block]:
    if not brief.seats:
        return [Paragraph(NO_SEATS.text(lang))]
    return [
        Bars(
            tuple(
                Bar(f"{one.base} {one.period}", float(one.load.taken), float(one.load.of), str(one.load))
                for one in brief.seats
            )
        )
    ]


def _papers(brief: Brief, lang: Lang) -> list[Block]:
    rows = tuple((one.what.text(lang), one.name, one.ends_on.isoformat()) for one in brief.papers[:PAPERS])
    return [_table((PAPER_HEADS, rows), (12, 46, 14), NO_PAPERS, lang), *_rest(len(brief.papers), PAPERS, lang)]


def _kept(brief: Brief, lang: Lang) -> list[Block]:
    bars = tuple(
        Bar(
            keeping_word.named(one).text(lang),
            float(one.delivered),
            float(one.promised + one.to_come),
            f"{one.delivered}/{one.promised + one.to_come}",
        )
        for one in brief.kept
    )
    return [Bars(bars)] if bars else []


def _open(brief: Brief, by: Sender) -> list[Block]:
    if not brief.open:
        return [Paragraph(NO_PAPERS.text(by.lang))]
    return [notice.items(brief.open[:OPEN], by), *_rest(len(brief.open), OPEN, by.lang)]


def _past(past: Past, lang: Lang) -> list[Block]:
    meeting = past.meeting
    head = f"{meeting.minutes_no or meeting.number} {dates.said(meeting.on, lang)}"
    colon = "：" if lang is Lang.ZH else ": "
    lines = tuple(f"{one.title}{colon}{one.resolution}" for one in past.topics[:RESOLVED])
    return [Heading(head, 2), Points(lines)] if lines else []


def _table(
    content: tuple[tuple[Label, ...], tuple[tuple[str, ...], ...]],
    widths: tuple[float, ...],
    empty: Label,
    lang: Lang,
) -> Table:
    heads, rows = content
    aligns = (*((Align.LEFT,) * (len(heads) - 1)), Align.CENTRE)
    return Table(tuple(one.text(lang) for one in heads), rows, widths, aligns, empty=empty.text(lang))
