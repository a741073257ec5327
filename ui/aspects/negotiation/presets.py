"""What is filled in already in the form of something new that a meeting raises."""

from ptman.aspects.negotiation.looking import Look
from ui.form_link import Link

_NUMBERED = {"action_item": "action_no", "commitment": "commitment_no", "meeting_topic": "seq"}


def preset(look: Look, noun: str, topic_id: str) -> dict[str, object]:
    """Its meeting and its number; an item or a commitment belongs to the topic that is selected."""
    agenda = look.agenda
    if agenda is None:
        return {}
    meeting = agenda.meeting
    found: dict[str, object] = {
        "meeting_id": Link(meeting.ref.id, f"{meeting.number} {meeting.title}"),
        _NUMBERED[noun]: look.numbers[noun],
    }
    topic = next((one for one in agenda.topics if one.ref.id == topic_id), None)
    if topic is not None and noun != "meeting_topic":
        found["topic_id"] = Link(topic.ref.id, f"{meeting.number} {meeting.title} {topic.title}")
    return found
