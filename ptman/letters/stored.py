"""The facts kept of a document, whatever their form."""

import json

from ptman.letters import facts as dispatch
from ptman.letters import paper
from ptman.letters.facts import LetterFacts
from ptman.letters.paper import PaperFacts

Facts = LetterFacts | PaperFacts


def read(text: str) -> Facts:
    """The facts frozen in `text`; PtmanError `letter-facts-damaged`."""
    return paper.from_json(text) if _form(text) == paper.FORM else dispatch.from_json(text)


def _form(text: str) -> str:
    try:
        body = json.loads(text)
    except ValueError:
        return ""
    return str(body.get("form")) if isinstance(body, dict) else ""
