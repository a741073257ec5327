"""The lists on the table of a meeting: what is carried over, topics, action items, commitments."""

from dataclasses import replace

from ptman.aspects.negotiation.ledger import OURS
from ptman.aspects.negotiation.rows import ActionRow, Agenda, PromiseRow, TopicRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.models import ActionItem, Commitment, MeetingTopic
from ptman.register import columns, rows

CARRIED, TOPICS, ACTIONS, PROMISES = "carried", "meeting_topic", "action_item", "commitment"
LATE = columns.number("days_late", "逾期天数", "Days late", 8)
MORE = ("due_on", "status", "owner", "lead_organisation_id", "progress")
PROMISED = ("status", "amount", "delivered", "from_on", "partner_id")
# Narrower than on a page of their own, so that day and state are seen beside the words.
NUMBER_WIDTH, CONTENT_WIDTH = 13, 20
TITLES: dict[str, Label] = {
    CARRIED: Label("接续事项", "Carried over"),
    TOPICS: Label("议题与议定事项", "Topics and resolutions"),
    ACTIONS: Label("本次行动项", "Action items raised"),
    PROMISES: Label("本次承诺", "Commitments made"),
}


def of(agenda: Agenda) -> dict[str, Listing]:
    """The four lists by their key."""
    return {
        CARRIED: actions(CARRIED, agenda.carried),
        TOPICS: topics(agenda.topics),
        ACTIONS: actions(ACTIONS, agenda.raised),
        PROMISES: promises(agenda.promises),
    }


def blank(key: str) -> Listing:
    """The list of that key without rows."""
    if key == TOPICS:
        return topics(())
    return promises(()) if key == PROMISES else actions(key, ())


def actions(key: str, found: tuple[ActionRow, ...]) -> Listing:
    title = TITLES.get(key, Label("未办结事项", "Open items"))
    number, content, *more = columns.of(ActionItem, "action_no", "content", *MORE)
    narrow = (replace(number, width=NUMBER_WIDTH), replace(content, width=CONTENT_WIDTH))
    empty = rows.blank(f"meeting-{key}", "action_item", title, (*narrow, more[0], LATE, *more[1:]))
    return rows.listing(
        empty,
        (
            rows.Entry(
                one.ref.id,
                {
                    "action_no": one.number,
                    "content": one.content,
                    "status": one.status,
                    "due_on": one.due_on,
                    "days_late": one.days_late or None,
                    "lead_organisation": one.lead or OURS,
                    "owner": one.owner,
                    "progress": one.progress,
                },
                tags=rows.tagged(late=one.days_late > 0),
            )
            for one in found
        ),
    )


def topics(found: tuple[TopicRow, ...]) -> Listing:
    seq, title, *more = columns.of(MeetingTopic, "seq", "title", "resolution", "presenter")
    wanted = (seq, replace(title, width=CONTENT_WIDTH), *more)
    aspect = Column("aspect", Label("合作方面", "Aspect"), Kind.TEXT, 14)
    empty = rows.blank(f"meeting-{TOPICS}", TOPICS, TITLES[TOPICS], (*wanted, aspect))
    return rows.listing(
        empty,
        (
            rows.Entry(
                one.ref.id,
                {
                    "seq": one.seq,
                    "title": one.title,
                    "resolution": one.resolution,
                    "presenter": one.presenter,
                    "aspect": one.aspect_name,
                },
            )
            for one in found
        ),
    )


def promises(found: tuple[PromiseRow, ...]) -> Listing:
    number, content, *more = columns.of(Commitment, "commitment_no", "content", *PROMISED)
    wanted = (replace(number, width=NUMBER_WIDTH), replace(content, width=CONTENT_WIDTH), *more)
    empty = rows.blank(f"meeting-{PROMISES}", PROMISES, TITLES[PROMISES], wanted)
    return rows.listing(
        empty,
        (
            rows.Entry(
                one.ref.id,
                {
                    "commitment_no": one.number,
                    "partner": one.partner,
                    "content": one.content,
                    "amount": one.amount,
                    "delivered": one.delivered,
                    "status": one.status,
                    "from_on": one.from_on,
                },
            )
            for one in found
        ),
    )
