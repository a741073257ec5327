"""Whether an industry supervisor qualifies, condition by condition, with the evidence that is missing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register.qualifying import Qualified
from ptman.rules.findings import Finding, Standing
from ptman.rules.supervisors import qualification
from ui import style
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.facts import Fact, Facts
from ui.pieces.section import Section

_TITLE = Label("资格条件", "Qualification conditions")
_DECIDED = Label("经专门认定，视为符合。", "Recognised by special decision.")
_COMPLETE = Label("材料齐全。", "All evidence is there.")
_MARKS = {Standing.MET: "✓", Standing.NOT_YET: "…", Standing.UNKNOWN: "?", Standing.IMPOSSIBLE: "✗"}


def section(found: Qualified) -> Section:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(style.SMALL)
    layout.addWidget(Facts([_fact(one) for one in found.found.conditions]))
    if found.decided:
        layout.addWidget(text.paragraph(_DECIDED))
    if found.missing:
        papers = qualification.missing_words(found.missing)
        said = Label(f"缺少材料：{papers.zh}。", f"Missing: {papers.en}.")
        layout.addWidget(text.paragraph(said, Tone.SOON))
    elif found.standing is Standing.MET:
        layout.addWidget(text.paragraph(_COMPLETE, Tone.QUIET))
    return Section("supervisors/qualified", _TITLE, box)


def _fact(one: Finding) -> Fact:
    """The standing by sign and word, then what would close the gap."""
    parts = [
        Label(f"{_MARKS[one.standing]} {one.standing.label.zh}", f"{_MARKS[one.standing]} {one.standing.label.en}")
    ]
    parts += [part for part in (one.value, one.cure) if part is not None]
    zh, en = "，".join(part.zh for part in parts), ", ".join(part.en for part in parts)
    return one.label, Label(zh, en)
