"""Comments on a pairing of a scenario, or on all of it: said, resolved with the outcome, opened again."""

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import scenario_records
from ptman.assign.problem import Role
from ptman.errors import PtmanError
from ptman.models import ScenarioComment
from ptman.models.choices_assigning import PairRole


def comment(session: Session, key: str, words: str, about: tuple[str, Role | None] = ("", None)) -> str:
    """Note what somebody says of a student's pairing (or of the whole scenario); the comment's key."""
    record = scenario_records.scenario(session, key)
    if not words.strip():
        raise PtmanError(
            "comment-empty", "意见不能为空。未作任何改动。", "A comment is not empty. Nothing was changed."
        )
    student, role = about
    made = ScenarioComment(
        scenario_id=key,
        student_id=student or None,
        role=PairRole(role) if role is not None else None,
        words=words.strip(),
        said_in=scenario_records.number(session),
    )
    session.add(made)
    session.flush()  # its key is the answer
    journal.say(session, f"方案“{record.name}”：提出意见", f"Scenario “{record.name}”: comment")
    return made.id


def resolve(session: Session, comment: str, outcome: str = "") -> None:
    """The comment has been dealt with; PtmanError `no-comment`."""
    found = _found(session, comment)
    found.resolved, found.answer = True, outcome.strip() or None
    found.resolved_in = scenario_records.number(session)
    name = scenario_records.scenario(session, found.scenario_id).name
    journal.say(session, f"方案“{name}”：处理意见", f"Scenario “{name}”: resolve a comment")


def reopen(session: Session, comment: str) -> None:
    """The comment has not been dealt with after all."""
    found = _found(session, comment)
    found.resolved, found.answer, found.resolved_in = False, None, None
    name = scenario_records.scenario(session, found.scenario_id).name
    journal.say(session, f"方案“{name}”：重新打开意见", f"Scenario “{name}”: open a comment again")


def _found(session: Session, comment: str) -> ScenarioComment:
    found = session.get(ScenarioComment, comment)
    if found is None:
        raise PtmanError(
            "no-comment",
            "这条意见已不存在。未作任何改动；请刷新。",
            "This comment is not there any more. Nothing was changed; reload.",
        )
    return found
