"""What the page of the way does to the office: drafts to look at, later days, papers, certificates."""

from collections.abc import Callable
from datetime import date
from functools import partial

from ptman.aspects.talents import acting, assessing, certificates, classes, cycles, papers, planning, validity
from ptman.drafts import Draft
from ptman.labels import Label
from ptman.reports.report import Report
from ui import day
from ui.aspects.extend_dialog import ExtendDialog
from ui.aspects.talents import deeds
from ui.aspects.talents.deeds import Standing
from ui.page_hands import PageHands

Keep = Callable[[frozenset[str]], int]
Drawn = tuple[Draft, Keep]
_CERTIFICATES = Label("签发结业证书", "Issue certificates")
_KEEPING = Label("写入", "Keeping")
_OF_STUDENT: dict[str, Callable[..., Report]] = {
    "plan-form": papers.plan_of,
    "midterm-form": papers.midterm_of,
    "assessment-form": papers.assessment_of,
    "audit-sheet": papers.audit_of,
}
_OF_COHORT: dict[str, Callable[..., Report]] = {"progress": papers.progress_of, "reminder": papers.reminder_of}


class Hands(PageHands):
    """Each deed is one step that can be undone; papers change nothing.

    Signals:
        told(Label): it is done.
    """

    def do(self, key: str, now: Standing) -> None:
        """The deed of that key, on what is in front."""
        drafts: dict[str, Callable[[], Drawn]] = {
            "plan": partial(self._path, now),
            "owed": partial(self._owed, now),
            "assess": partial(self._assess, now),
            "validity": self._validity,
            "judge": partial(self._judge, now),
        }
        if key in drafts:
            self._desk.work.ask(drafts[key], self._on_drawn)
        elif key == "extend":
            self._extend(now)
        elif key == "certificates":
            self.issue_each(_CERTIFICATES, certificates.draft, now.training)
        else:
            self._paper(key, now)

    def _path(self, now: Standing) -> Drawn:
        drawn = self._desk.read(planning.draft, now.cohort or 0, day.today())
        return drawn.draft, lambda taken: self._desk.write(planning.keep, drawn, taken, day.today())

    def _owed(self, now: Standing) -> Drawn:
        drawn = self._desk.read(cycles.draft, now.cohort or 0)
        return drawn.draft, lambda taken: self._desk.write(cycles.keep, drawn, taken)

    def _assess(self, now: Standing) -> Drawn:
        cohort = now.cohort or 0
        drawn = self._desk.read(assessing.draft, cohort, day.today())
        return drawn.draft, lambda taken: self._desk.write(assessing.keep, drawn, taken, cohort)

    def _validity(self) -> Drawn:
        drawn = self._desk.read(validity.draft, day.today())
        return drawn.draft, lambda taken: self._desk.write(validity.keep, drawn, taken)

    def _judge(self, now: Standing) -> Drawn:
        drawn = self._desk.read(classes.draft, now.training, day.today())
        return drawn.draft, lambda taken: self._desk.write(classes.keep, drawn, taken)

    def _on_drawn(self, drawn: Drawn) -> None:
        draft, keep = drawn
        self.show_draft(draft, partial(self._keep, draft.title, keep))

    def _keep(self, title: Label, keep: Keep, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = keep(taken)
            return Label(f"{title.zh}：已写入 {count} 项", f"{title.en}: {count} kept")

        self._desk.work.act(_KEEPING, job, self.told.emit)

    def _extend(self, now: Standing) -> None:
        count = len(now.open)
        what = Label(f"将 {count} 个进行中的环节延期。", f"Extends {count} open milestones.")
        dialog = ExtendDialog(what, day.today(), self._page.window())
        dialog.given.connect(partial(self._put_off, now))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_off(self, now: Standing, due_on: date, reason: str) -> None:
        refs = [one.ref for one in now.open]

        def job(_step: object) -> Label:
            count = self._desk.write(acting.extend, refs, due_on, day.today(), reason)
            return Label(f"已延期 {count} 项至 {due_on}", f"{count} put off to {due_on}")

        self._desk.work.act(Label("延期", "Putting off"), job, self.told.emit)

    def _paper(self, key: str, now: Standing) -> None:
        title = deeds.TITLES[key]
        if key in _OF_STUDENT:
            self.paper(title, _OF_STUDENT[key], now.student)
        elif key in _OF_COHORT:
            self.paper(title, _OF_COHORT[key], now.cohort)
        elif key == "roster":
            self.paper(title, papers.roster_of, now.training)
        else:
            self.paper(title, papers.certifications_of)
