"""The lists of the desk: which there are, what their chips ask, what they say while empty, what their rows wear."""

from ptman.aspects.double import looking, tables
from ptman.aspects.double.looking import Look
from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import plain_lists
from ui.aspects.double.list_tab import ListTab
from ui.palette import Tone
from ui.pieces.chips import Chip
from ui.pieces.empty_state import EmptyState

TERMS, CHANGES, GUIDANCE, JUDGED = tables.TERMS, tables.CHANGES, tables.GUIDANCE, looking.ASSESSMENTS
ALL = Chip("all", Label("全部", "All"))
CHIPS = {
    TERMS: (
        ALL,
        Chip("due", Label("待续聘", "To renew"), "due"),
        Chip("renewing", Label("续聘中", "Renewing"), "renewing"),
        Chip("lapsed", Label("未聘任", "Lapsed"), "lapsed"),
        Chip("unqualified", Label("资格待补", "To qualify"), "unqualified"),
        Chip("minded", Label("有提醒", "To mind"), "minded"),
    ),
    CHANGES: (
        Chip("open", Label("办理中", "Under way"), "open"),
        Chip("asked", Label("征求意见中", "Opinions"), "asked"),
        Chip("review", Label("审核审批中", "Reviews"), "review"),
        Chip("settled", Label("已办结", "Settled"), "settled"),
    ),
    GUIDANCE: (
        ALL,
        Chip("none", Label("未指导", "Not guided"), "none"),
        Chip("short", Label("次数不足", "Too little"), "short"),
        Chip("academic", Label("校内导师", "Academic"), "academic"),
        Chip("industry", Label("企业导师", "Industry"), "industry"),
    ),
    JUDGED: (ALL,),
}
TITLES = {
    TERMS: Label("聘期与资格", "Terms and qualification"),
    CHANGES: Label("变更导师", "Changes"),
    GUIDANCE: Label("本学期指导", "Guidance this term"),
    JUDGED: Label("年度考核", "Assessments"),
}
EMPTY = {
    TERMS: Label("还没有企业导师。先在导入页导入企业导师名册。", "No industry supervisors yet: import them first."),
    CHANGES: Label("没有变更导师申请。按 Ctrl+N 新增。", "No changes of supervisor. Ctrl+N begins one."),
    GUIDANCE: Label("还没有指导关系。先在配对页给学生配导师。", "Nobody is guided yet. Pair the students first."),
    JUDGED: Label("还没有考核记录。按 Ctrl+Shift+D 统计本学年。", "No assessments yet. Ctrl+Shift+D counts this year."),
}
NOUNS = {
    TERMS: "industry_supervisor",
    CHANGES: "supervisor_change",
    GUIDANCE: "student",
    JUDGED: "supervisor_assessment",
}


def made() -> dict[str, ListTab]:
    """A tab for each list, by its key, in their order."""
    blanks: dict[str, Listing] = {
        TERMS: tables.SUPERVISORS,
        CHANGES: tables.REQUESTS,
        GUIDANCE: tables.no_guidance(),
        JUDGED: plain_lists.blank("supervisor_assessment"),
    }
    found = {key: ListTab(blank, CHIPS[key], EmptyState("users", EMPTY[key]), tone_of) for key, blank in blanks.items()}
    found[CHANGES].view("open")
    return found


def caption(key: str, look: Look | None) -> Label:
    """The title of a tab with what waits there."""
    counts = {TERMS: look.due, CHANGES: look.open, GUIDANCE: look.matrix.none} if look is not None else {}
    title, count = TITLES[key], counts.get(key, 0)
    return Label(f"{title.zh} {count}", f"{title.en} {count}") if count else title


def tone_of(row: Row, key: str) -> Tone:
    """Red and amber where a date or a count says that something is to be done; the words beside say what."""
    if key in {"until", "next"}:
        return Tone.OVERDUE if "lapsed" in row.tags else Tone.SOON if "due" in row.tags else Tone.PLAIN
    if key == "total":
        return Tone.OVERDUE if "none" in row.tags else Tone.SOON if "short" in row.tags else Tone.PLAIN
    if key in {"qualified", "missing"} and "unqualified" in row.tags:
        return Tone.SOON
    return Tone.SOON if key == "minded" else Tone.PLAIN


def record(key: str, row: str) -> tuple[str, str]:
    """The noun and the id of the record a row of that list stands for."""
    return NOUNS[key], row.partition("/")[0]
