"""What a family of documents is, frozen: its series, layouts, blanks, sections, questions and checks."""

from dataclasses import dataclass

from ptman.labels import Choice, Label
from ptman.letters.blanks import Blank, BlankKind, Section, Vocabulary


class Layout(Choice):
    """How a document looks; chosen, never typed."""

    LETTER = "letter", "信函格式", "Letter format"
    RED_HEADER = "red_header", "红头格式", "Red-header format"
    STUB = "stub", "带存根", "With a stub"
    BLANK_HEAD = "blank_head", "由对方出具", "On the partner's paper"
    AGREEMENT = "agreement", "协议书", "Agreement"
    CERTIFICATE = "certificate", "横版证书", "Landscape certificate"
    FORM = "form", "审批表", "Form"


class Subject(Choice):
    """Of which records a document is made."""

    PLACEMENTS = "placements", "同一单位、同一批次的实践安排", "Placements at one host in one period"
    PLACEMENT = "placement", "一名学生的实践安排", "One student's placement"
    STUDENTS = "students", "学生", "Students"
    STUDENT = "student", "一名学生", "One student"
    APPOINTMENT = "appointment", "企业导师聘任", "An appointment"
    AGREEMENT = "agreement", "协议", "An agreement"
    ORGANISATION = "organisation", "单位", "An organisation"
    TRAINEE = "trainee", "培训学员", "A trainee"
    TITLE = "title", "职称申报", "An application for a title"


@dataclass(frozen=True, slots=True)
class Ask:
    """A value no record holds: asked for when the document is drafted; `usual` stands there at first."""

    key: str
    label: Label
    kind: BlankKind = BlankKind.TEXT
    usual: Label = Label("", "")  # noqa: RUF009 - a frozen value
    required: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list gone through before issue; one that blocks must hold."""

    key: str
    label: Label
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Family:
    """One family. `key` is its kind in the register of documents, `series` the kind whose numbers it takes.

    `code` is that of the catalogue (domain §9.3). `layouts` begin with the usual one. `asks` are blanks as well.
    `gives` is what its layout prints of each student for a reader outside; None where it goes to nobody outside.
    """

    key: str
    code: str
    label: Label
    subject: Subject
    layouts: tuple[Layout, ...]
    blanks: tuple[Blank, ...]
    sections: tuple[Section, ...]
    asks: tuple[Ask, ...] = ()
    checks: tuple[Check, ...] = ()
    series: str = ""
    by_reissue: bool = False
    gives: tuple[Blank, ...] | None = None

    @property
    def numbered_as(self) -> str:
        return self.series or self.key

    @property
    def vocabulary(self) -> Vocabulary:
        """All that its words may name."""
        known = {one.key for one in self.blanks}
        asked = tuple(Blank(one.key, one.label, one.kind, one.usual) for one in self.asks if one.key not in known)
        return Vocabulary((*self.blanks, *asked), self.sections)
