"""What the title workbench does to the office: drafts, checks, votes, objections, certificates, papers."""

from collections.abc import Callable, Mapping
from functools import partial

from ptman.aspects.titles import certificates, certifying, drafting, evidencing, objecting, papers, voting
from ptman.aspects.titles.certifying import Certificates
from ptman.aspects.titles.drafting import Drawn
from ptman.aspects.titles.evidencing import Marks
from ptman.aspects.titles.rows import ApplicationRow
from ptman.aspects.titles.voting import VoteSheet
from ptman.labels import Label
from ptman.register.title_evidence import Line
from ptman.rules.titles.committee import Ballot
from ui import day
from ui.aspects.titles.evidence_dialog import EvidenceDialog
from ui.aspects.titles.objection_dialog import ObjectionDialog
from ui.aspects.titles.votes_dialog import VotesDialog
from ui.dialogs.reason import ReasonDialog
from ui.page_hands import PageHands

PROOF = papers.NAMES["proof"]
_DRAFT, _CERTIFY = Label("起草申报", "Drafting applications"), Label("发证", "Issuing certificates")
_DOCUMENTS = Label("签发职称证书", "Issue the certificates as documents")
_CHECK, _VOTE = Label("核验佐证", "Checking evidence"), Label("登记表决", "Recording the votes")
_OBJECT = Label("登记异议", "Recording an objection")
_DISMISS, _UPHOLD = Label("异议不成立", "Dismiss the objection"), Label("异议成立", "Uphold the objection")
_BACK = Label(
    "申报会回到“公示中”。核查说明会记入异议和办理记录。",
    "The application goes back to “publicised”. The finding is noted with the objection and in the log.",
)
_OUT = Label(
    "申报会转为“异议成立”，不再办理。核查说明会记入异议和办理记录。",
    "The application ends as “objection upheld”. The finding is noted with the objection and in the log.",
)


class Hands(PageHands):
    """Each deed is one step that can be undone; papers change nothing.

    Signals:
        told(Label): it is done.
    """

    def draft(self, batch: str) -> None:
        """Show who would apply, and why the others would not."""
        self._desk.work.ask(lambda: self._desk.read(drafting.draft, batch, day.today()), self._on_drafted)

    def certify(self, batch: str) -> None:
        self._desk.work.ask(lambda: self._desk.read(certifying.draft, batch, day.today()), self._on_certified)

    def documents(self, batch: str) -> None:
        """The certificates as numbered documents, for all that have none."""
        self.issue_each(_DOCUMENTS, certificates.draft, batch)

    def with_one(self, key: str, one: ApplicationRow) -> None:
        """What is done with one application, by the key of its action."""
        deeds: dict[str, Callable[[], object]] = {
            "evidence": lambda: self.evidence(one),
            "proof": lambda: self.paper(PROOF, papers.proof_of, one.ref.id),
            "object": lambda: self.object_to(one),
            "dismiss": lambda: self.settle(one, upheld=False),
            "uphold": lambda: self.settle(one, upheld=True),
        }
        deeds[key]()

    def evidence(self, one: ApplicationRow) -> None:
        job = partial(self._desk.read, evidencing.checklist, one.ref.id, day.today())
        self._desk.work.ask(job, partial(self._on_listed, one))

    def votes(self, batch: str) -> None:
        self._desk.work.ask(partial(self._desk.read, voting.sheet, batch), self._on_sheet)

    def object_to(self, one: ApplicationRow) -> None:
        dialog = ObjectionDialog(self._page.window())
        dialog.given.connect(partial(self._object, one))
        dialog.open()

    def settle(self, one: ApplicationRow, *, upheld: bool) -> None:
        """Ask for the finding, then answer the objection with it."""
        title, what = (_UPHOLD, _OUT) if upheld else (_DISMISS, _BACK)
        dialog = ReasonDialog(title, what, title, self._page.window())
        dialog.given.connect(partial(self._settle, one, title, upheld))
        dialog.open()

    def _on_drafted(self, drawn: Drawn) -> None:
        self.show_draft(drawn.draft, partial(self._keep, drawn))

    def _keep(self, drawn: Drawn, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(drafting.keep, drawn, taken, day.today())
            return Label(f"已起草 {count} 份申报", f"{count} applications drafted")

        self._desk.work.act(_DRAFT, job, self.told.emit)

    def _on_certified(self, drawn: Certificates) -> None:
        self.show_draft(drawn.draft, partial(self._issue, drawn))

    def _issue(self, drawn: Certificates, taken: frozenset[str]) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(certifying.keep, drawn, taken, day.today())
            return Label(f"已发放 {count} 份证书", f"{count} certificates issued")

        self._desk.work.act(_CERTIFY, job, self.told.emit)

    def _on_listed(self, one: ApplicationRow, lines: tuple[Line, ...]) -> None:
        dialog = EvidenceDialog(f"{one.number} {one.name}", lines, self._page.window())
        dialog.given.connect(partial(self._check, one))
        dialog.open()

    def _check(self, one: ApplicationRow, marks: Marks) -> None:
        def job(_step: object) -> Label:
            count = self._desk.write(evidencing.check, one.ref, marks, day.today())
            return Label(f"已核验 {count} 项材料", f"{count} pieces of evidence checked")

        self._desk.work.act(_CHECK, job, self.told.emit)

    def _on_sheet(self, sheet: VoteSheet) -> None:
        dialog = VotesDialog(sheet, self._page.window())
        dialog.given.connect(partial(self._vote, sheet))
        dialog.open()

    def _vote(self, sheet: VoteSheet, ballots: Mapping[str, Ballot]) -> None:
        def job(_step: object) -> Label:
            passed, failed = self._desk.write(voting.record, sheet, ballots, day.today())
            return Label(f"评审通过 {passed}，未通过 {failed}", f"{passed} passed, {failed} failed")

        self._desk.work.act(_VOTE, job, self.told.emit)

    def _object(self, one: ApplicationRow, content: str, by: str) -> None:
        def job(_step: object) -> Label:
            self._desk.write(objecting.object_to, one.ref, content, by, day.today())
            return Label("已登记异议", "The objection is recorded")

        self._desk.work.act(_OBJECT, job, self.told.emit)

    def _settle(self, one: ApplicationRow, title: Label, upheld: bool, opinion: str) -> None:  # noqa: FBT001 bound by partial
        def job(_step: object) -> Label:
            self._desk.write(objecting.settle, one.ref, opinion, day.today(), upheld=upheld)
            return Label(f"已办理：{title.zh}", f"Done: {title.en}")

        self._desk.work.act(title, job, self.told.emit)
