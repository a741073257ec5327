"""What the supervisors' desk does to the office: renewals, certificates, requests, guidance, assessments, papers."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal

from ptman.aspects.double import applying, assessing, certificates, changes, noting, renewing
from ptman.aspects.double.assessing import AssessmentDraft
from ptman.aspects.double.changes import ChangeRow
from ptman.aspects.double.holding import SupervisorRow
from ptman.aspects.double.renewing import RenewalDraft
from ptman.labels import Label
from ptman.letters import making
from ptman.letters.drawing import PaperDraft
from ptman.letters.issuing import Issued
from ui import day
from ui.aspects import asking
from ui.aspects.double import deeds
from ui.dialogs import issue as issuing
from ui.dialogs.issue import Sheet
from ui.page_hands import PageHands

_RENEW, _ASSESS = Label("起草续聘", "Drafting renewals"), Label("统计考核", "Counting the year")
_NEW, _GUIDE = Label("新增变更导师申请", "New change of supervisor"), Label("登记指导", "Note guidance")
CHANGE = (
    *("student_id", "role", "new_academic_id", "new_industry_id", "reason_code", "reason_text"),
    "effective_on",
)
GUIDANCE = ("guided_on", "mode", "stage", "minutes", "content")


class Hands(PageHands):
    """Each deed is one step that can be undone; papers change nothing.

    Signals:
        told(Label): it is done.
        begun(str): the request of that id was begun.
        outdated: letters that name the student are to be corrected, where the letters are.
    """

    begun = Signal(str)
    outdated = Signal()

    def renew(self) -> None:
        """Look at every term that ends soon, then open the next ones."""
        self._desk.work.ask(lambda: self._desk.read(renewing.draft, day.today()), self._on_renewals)

    def assess(self, year: int) -> None:
        """Count the school year, look, keep."""
        self._desk.work.ask(lambda: self._desk.read(assessing.draft, year, day.today()), self._on_assessed)

    def certify(self, who: SupervisorRow | None) -> None:
        """See the certificate of the term that has none yet, and issue it."""
        if who is None:
            return
        appointment = who.certify

        def issue(plan: PaperDraft) -> Issued:
            return self._desk.write(making.issue, plan, day.today())

        def draw(language: str) -> Sheet:
            return issuing.one(self._desk.read(certificates.draft, appointment, day.today(), language), issue)

        self.show_issue(deeds.TITLES["certify"], draw)

    def form(self, asked: ChangeRow | None) -> None:
        """See the approval form of a request, and issue it."""
        if asked is None:
            return

        def issue(plan: PaperDraft) -> Issued:
            return self._desk.write(changes.issue_form, asked.ref, plan, day.today())

        def draw(language: str) -> Sheet:
            return issuing.one(self._desk.read(changes.form, asked.ref.id, day.today(), language), issue)

        self.show_issue(deeds.TITLES["form"], draw)

    def letters(self, asked: ChangeRow | None) -> None:
        """Where a letter went out that no longer holds, on to the letters; else say that there is none."""
        if asked is None:
            return

        def then(found: tuple[changes.StaleLetter, ...]) -> None:
            if found:
                self.outdated.emit()
            numbers = "、".join(one.number for one in found)
            none = Label("没有因此过时的函件", "No letter is out of date by it")
            said = Label(f"需更正的函件：{numbers}", f"Letters to correct: {', '.join(one.number for one in found)}")
            self.told.emit(said if found else none)

        self._desk.work.ask(lambda: self._desk.read(changes.letters, asked.student, day.today()), then)

    def change(self, preset: Mapping[str, object]) -> None:
        """Ask for whom, whom to, and why; the request then goes by its steps."""

        def do(values: asking.Values) -> str:
            return self._desk.write(applying.begin, applying.asked(values), day.today())

        asking.ask(
            self._desk,
            self._page.window(),
            (_NEW, "supervisor_change", CHANGE, preset),
            (do, lambda key: self.begun.emit(str(key))),
        )

    def guide(self, keys: Sequence[str]) -> None:
        """One entry for everybody selected."""

        def do(values: asking.Values) -> int:
            return self._desk.write(noting.enter, noting.entry(values), keys, day.today())

        def then(count: str | int) -> None:
            left = len(keys) - int(count)
            more = Label(f"，{left} 人次当日已有记录", f", {left} had one of that day") if left else Label("", "")
            self.told.emit(Label(f"已登记指导 {count} 人次{more.zh}", f"Guidance noted for {count}{more.en}"))

        title = Label(f"{_GUIDE.zh}（{len(keys)} 人次）", f"{_GUIDE.en} ({len(keys)})")
        preset = {"guided_on": day.today(), "mode": "onsite", "stage": "practice"}
        asking.ask(self._desk, self._page.window(), (title, "guidance_record", GUIDANCE, preset), (do, then))

    def _on_renewals(self, drawn: RenewalDraft) -> None:
        self.show_draft(drawn.draft, partial(self._renew, drawn))

    def _renew(self, drawn: RenewalDraft, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(renewing.keep, drawn, taken, day.today())
            return Label(f"已起草续聘 {count} 人", f"{count} renewals drafted")

        self._desk.work.act(_RENEW, job, self.told.emit)

    def _on_assessed(self, drawn: AssessmentDraft) -> None:
        self.show_draft(drawn.draft, partial(self._assess, drawn))

    def _assess(self, drawn: AssessmentDraft, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(assessing.keep, drawn, taken, day.today())
            return Label(f"已统计 {count} 位导师", f"{count} supervisors counted")

        self._desk.work.act(_ASSESS, job, self.told.emit)
