"""A made-up office for the tests of the window: a desk, lists of invented people, and pages over them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ClassVar, Concatenate, ParamSpec, TypeVar

from typing_extensions import override

from ptman.drafts import Difference, Draft, Fate, Item
from ptman.fields import Field, Kind
from ptman.labels import Choice, Label
from ptman.listing import Column, Listing, Load, Row
from ui.actions import Action
from ui.desk import Found, Past
from ui.list_page import ALL, ListPage
from ui.palette import Tone
from ui.pieces import button
from ui.pieces.chips import Chip
from ui.pieces.facts import Facts
from ui.pieces.section import Section
from ui.work import Step, Work

P = ParamSpec("P")
Answer = TypeVar("Answer")
Session = TypeVar("Session")

NAMES = ("张雨桐", "李思远", "王梓涵", "陈嘉怡", "刘浩然", "赵一诺", "孙若溪", "周子墨", "吴欣妍", "郑宇轩")
PINYIN = ("zhangyutong zyt", "lisiyuan lsy", "wangzihan wzh", "chenjiayi cjy", "liuhaoran lhr",
          "zhaoyinuo zyn", "sunruoxi srx", "zhouzimo zzm", "wuxinyan wxy", "zhengyuxuan zyx")  # fmt: skip
COLUMNS = (
    Column("number", Label("学号", "Number"), Kind.IDENTIFIER, width=10),
    Column("name", Label("姓名", "Name"), Kind.NAME, width=9),
    Column("field", Label("类别/领域", "Category / field"), width=16),
    Column("academic", Label("校内导师", "Academic supervisor"), width=12),
    Column("load", Label("带教人数", "Load"), width=14),
    Column("industry", Label("企业导师", "Industry supervisor"), width=16),
    Column("since", Label("入学日期", "Enrolled"), Kind.DATE, width=11),
    Column("days", Label("天数", "Days"), Kind.NUMBER, width=6),
)
TITLE = Label("学生", "Students")


class Degree(Choice):
    MASTER = "master", "专业学位硕士", "Professional master"
    DOCTOR = "doctor", "专业学位博士", "Professional doctor"


FIELDS = (
    Field("number", Label("学号", "Student number"), Kind.IDENTIFIER, required=True),
    Field("name", Label("姓名", "Name"), Kind.NAME, required=True),
    Field("degree", Label("学位类型", "Type of degree"), Kind.CHOICE, width=20, choices=Degree),
    Field("enrolled", Label("入学日期", "Date of enrolment"), Kind.DATE),
    Field("phone", Label("手机", "Mobile"), Kind.PHONE, width=14),
    Field("mail", Label("电子邮箱", "E-mail"), Kind.EMAIL, width=28),
    Field("score", Label("平均成绩", "Mean score"), Kind.NUMBER, width=6),
    Field("active", Label("在读", "Enrolled now"), Kind.FLAG),
    Field("academic", Label("校内导师", "Academic supervisor"), Kind.LINK, link="academic_supervisor"),
    Field("codes", Label("领域代码", "Field codes"), Kind.CODES, width=20),
    Field("remark", Label("备注", "Remark"), Kind.LONG, width=60),
)


def student(at: int) -> Row:
    lacking = at % 4 == 0
    tags = {"no_industry"} if lacking else set()
    tags |= {"no_base"} if at % 7 == 0 else set()
    industry = Label(f"缺 {at % 120} 天", f"missing {at % 120} d") if lacking else NAMES[(at + 5) % 10]
    cells = (
        f"2266{at:04d}", NAMES[at % 10], Label("电子信息·人工智能", "Electronic information · AI"),
        NAMES[(at + 3) % 10], Load(at % 10, 8), industry, date(2026, 9, 1 + at % 28), at % 120,
    )  # fmt: skip
    return Row(f"s{at}", cells, f"{NAMES[at % 10]} {PINYIN[at % 10]} 2266{at:04d}", frozenset(tags))


def students(count: int = 210) -> Listing:
    return Listing("students", "student", TITLE, COLUMNS, tuple(student(at) for at in range(count)))


def draft(count: int = 210) -> Draft:
    field = Label("校内导师", "Academic supervisor")
    fates = (Fate.NEW, Fate.CHANGED, Fate.UNCHANGED, Fate.REFUSED, Fate.NEW)
    notes = {Fate.REFUSED: (Label("学号应为 8 位数字。", "A student number has 8 digits."),)}
    items = tuple(
        Item(
            f"k{at}", (fate := fates[at % 5]), f"{NAMES[at % 10]} 2266{at:04d}",
            (Difference(field, NAMES[at % 9], NAMES[at % 7]),) if fate is Fate.CHANGED else (),
            notes.get(fate, ()), f"学生 第 {at + 3} 行",
        )
        for at in range(count)
    )  # fmt: skip
    remark = Label("未识别的列：备注二。其内容不会导入。", "Unknown column: 备注二. It will not be imported.")
    return Draft(Label("导入：2026级名册.xlsx", "Import: roster 2026.xlsx"), items, (remark,))


class MadeDesk:
    """A desk over values that live in memory."""

    def __init__(self) -> None:
        self.work = Work()
        self.read_only: Label | None = None
        self.listing = students()
        self.now = Past(datetime(2026, 9, 10, 10, 42), Label("导入“2026级名册”", "import “Roster 2026”"), None)  # noqa: DTZ001 - shown as local time
        self.done: list[str] = []

    def read(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer:
        raise NotImplementedError

    def write(self, verb: Callable[Concatenate[Session, P], Answer], /, *args: P.args, **named: P.kwargs) -> Answer:
        raise NotImplementedError

    def past(self) -> Past:
        return self.now

    def undo(self, step: Step) -> object:
        step(1, 1)
        self.done.append("undo")
        return self.now

    def redo(self, step: Step) -> object:
        step(1, 1)
        self.done.append("redo")
        return self.now

    def find(self, text: str) -> list[Found]:
        found = self.listing.searched(text).rows[:5]
        return [Found("student", row.id, str(row.cells[1]), str(row.cells[0]), "graduation-cap") for row in found]


class StudentsPage(ListPage):
    KEY = "students"
    TITLE = TITLE
    ICON = "graduation-cap"
    GUIDE = "students"
    COUNTED = Label("{} 名学生", "{} students")
    EMPTY = Label("这里列出全部学生。先导入学生名册，或逐个新增。", "All students stand here. Import a roster first.")
    EMPTY_ACTION = Label("导入工作簿…", "Import a workbook…")
    CHIPS: ClassVar[Sequence[Chip]] = (
        ALL,
        Chip("no_industry", Label("缺企业导师", "No industry supervisor"), "no_industry"),
        Chip("no_base", Label("缺基地", "No base"), "no_base"),
    )

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (
            Action("add", Label("新增学生(&N)…", "&New student…"), self._note, None, "Ctrl+N", "plus", primary=True),
            Action("pair", Label("配对(&P)…", "&Pair…"), self._note, None, "Ctrl+P", "link", off_because=self._none),
            Action("export", Label("导出名册(&E)…", "&Export roster…"), self._note, icon="download", button=True),
        )  # fmt: skip

    @override
    def blank(self) -> Listing:
        return students(0)

    @override
    def load(self) -> Callable[[], Listing]:
        desk = self.desk
        assert isinstance(desk, MadeDesk)
        return lambda: desk.listing

    @override
    def inspect(self, rows: tuple[Row, ...]) -> None:
        row = rows[0]
        facts = [(column.label, cell) for column, cell in zip(COLUMNS, row.cells, strict=True)]
        sections = (
            Section("made/basic", Label("基本信息", "Basics"), Facts(facts[:3])),
            Section("made/supervisors", Label("双导师", "Both supervisors"), Facts(facts[3:6])),
        )
        buttons = [button.plain(Label("打开", "Open")), button.plain(Label("配对…", "Pair…"))]
        self.inspector.show_record(str(row.cells[1]), str(row.cells[0]), sections, buttons)

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        if key == "industry" and "no_industry" in row.tags:
            return Tone.OVERDUE if int(str(row.cells[7])) > 90 else Tone.SOON
        return Tone.QUIET if key == "number" else Tone.PLAIN

    def _note(self) -> None:
        assert isinstance(self.desk, MadeDesk)
        self.desk.done.append("page action")

    def _none(self) -> Label | None:
        return None if self.table.selected() else Label("先选中学生。", "Select students first.")


def page(key: str, zh: str, en: str, icon: str) -> type[StudentsPage]:
    return type(f"{en}Page", (StudentsPage,), {"KEY": key, "TITLE": Label(zh, en), "ICON": icon})


PAGES: tuple[type[StudentsPage], ...] = (
    page("home", "首页", "Home", "house"),
    StudentsPage,
    page("supervisors", "导师", "Supervisors", "users"),
    page("bases", "基地", "Bases", "building-2"),
    page("pairing", "配对", "Pairing", "link"),
    page("placements", "实践", "Placements", "briefcase"),
    page("letters", "文书", "Letters", "mail"),
    page("import", "导入", "Import", "upload"),
    page("history", "历史", "History", "history"),
)
