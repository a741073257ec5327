"""One document for each of many records: drafted together, issued as one step that can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.labels import Label
from ptman.letters import issuing, making, store
from ptman.letters.drawing import PaperDraft
from ptman.letters.issuing import Issued
from ptman.letters.typeset import Step
from ptman.letters.wish import Wish


@dataclass(frozen=True, slots=True)
class Refused:
    """One that cannot be issued, and why."""

    name: str
    why: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Each:
    """The documents in the order of their numbers, and those that cannot be; `standing` have theirs already."""

    plans: tuple[PaperDraft, ...]
    refused: tuple[Refused, ...]
    standing: int = 0

    @property
    def numbers(self) -> str:
        """工院结〔2026〕3号, or from the first to the last."""
        said = [one.facts.doc_no for one in self.plans]
        return " – ".join(dict.fromkeys((*said[:1], *said[-1:])))

    def told(self) -> Label:
        """How many under which numbers, how many stand, and who is left out why."""
        zh = [f"签发 {len(self.plans)} 份：{self.numbers}"] if self.plans else ["没有可签发的"]
        en = [f"{len(self.plans)} to issue: {self.numbers}"] if self.plans else ["none to issue"]
        if self.standing:
            zh.append(f"已签发 {self.standing} 份")
            en.append(f"{self.standing} issued already")
        for one in self.refused:
            zh.append(f"{one.name}：{'、'.join(why.zh for why in one.why)}")
            en.append(f"{one.name}: {', '.join(why.en for why in one.why)}")
        return Label("；".join(zh), "; ".join(en))


def draft(session: Session, wishes: Sequence[Wish], today: date, standing: int = 0) -> Each:
    """Each as it would be issued, one number after the other. PtmanError as `making.draft`."""
    plans: list[PaperDraft] = []
    refused = []
    for wish in wishes:
        plan = making.draft(session, wish, today, len(plans))
        if plan.refused:
            refused.append(Refused(plan.gathered.name, plan.refused))
        else:
            plans.append(plan)
    return Each(tuple(plans), tuple(refused), standing)


def issue(session: Session, drawn: Each, today: date, step: Step | None = None) -> tuple[Issued, ...]:
    """All of them, as one change set; `step(done, total)` may raise to cancel: then nothing has happened.

    PtmanError `draft-stale` where a fact, the words or a number have changed since the draft.
    """
    made = []
    for at, plan in enumerate(drawn.plans):
        if making.draft(session, plan.facts.wish, today) != plan:
            raise store.stale()
        made.append(making.keep(session, plan, today))
        session.flush()  # the next one asks for the next number
        if step is not None:
            step(at + 1, len(drawn.plans))
    if made:
        name, count = drawn.plans[0].family.label, len(made)
        journal.say(session, f"签发{name.zh} {count} 份：{drawn.numbers}", f"Issue {count}: {name.en.lower()}")
    return tuple(issuing.issued(one) for one in made)
