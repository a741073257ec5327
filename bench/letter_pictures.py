"""Takes the pictures of every family of documents in both languages, from an office that the demo made."""

import io
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.labels import Label, Lang
from ptman.letters import drawing, making, pages, paper_amending, typeset
from ptman.letters.comparing import Change
from ptman.letters.drawing import PaperDraft
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Subject
from ptman.letters.gather import candidates
from ptman.letters.gather.candidate import Candidate
from ptman.letters.paper import PaperFacts
from ptman.letters.wish import BOTH, Wish
from ptman.models import Organisation, Placement, RuleParameter, Student, TitleApplication
from ptman.models.choices_titles import TitleApplicationStatus
from ptman.rules import pinyin

# Called as `python -m bench.letter_pictures OFFICE OUT_DIR`; the office is copied, and the copy gets English names.
DPI, FOLD = 64, 3
TODAY = date(2026, 7, 1)
LATER = {"completion": date(2026, 12, 1)}
"""Days on which what a paper certifies is past."""
CODE = f"PTM1.工院函.2026.7.0123456789abcdef.97.{'A' * 86}"
GIVEN = {
    "unit": "远航智能装备有限公司||Yuanhang Intelligent Equipment Co., Ltd.",
    "handler": "陈一鸣||Chen Yiming",
    "reply_by": "2026-07-31",
    "work": "算法研发与测试||development and tests of algorithms",
    "stipend": "3000",
    "lodging": "提供宿舍||dormitory",
    "insurance": "由接收单位投保||by the host",
    "copies_to": "研究生院||Graduate School",
    "new": "沈默||Shen Mo",
    "reason": "原导师调离本校，研究方向需要衔接。||The present supervisor has left the university.",
    "applied_on": "2026-06-20",
    "subject": "邀请参加专业实践工作交流会||Invitation to a Meeting on Professional Practice",
    "text": "我院定于7月20日召开专业实践工作交流会，请贵单位派员参加。||"
    "We hold a meeting on professional practice on 20 July and should be glad if you sent a representative.",
}
MANY = {"supervisor_list": 24, "placement_letter": 6, "acceptance": 5, "introduction": 3}


def main(office: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(shutil.copy(office, Path(scratch) / "office.ptman"))
        with db.Database(copy, who="bench") as opened:
            opened.write(_name)
            for family in catalogue.ALL:
                # The sample office has no title to certify; a change letter is taken with the letter it changes.
                if not family.by_reissue and _about(opened, family):
                    _take(opened, family, folder)


def _name(session: Session) -> None:
    for one in session.scalars(select(Organisation)):
        one.name_en = one.name_en or f"{pinyin.full(one.name, person=False)[:18].capitalize()} Co., Ltd."
    for row in session.scalars(select(RuleParameter).where(RuleParameter.code == "office.phone")):
        row.value = "0571-00000000"
    for title in session.scalars(select(TitleApplication).order_by(TitleApplication.application_no).limit(1)):
        title.status, title.cert_no = TitleApplicationStatus.CERTIFICATE_ISSUED, "GCS2026001"
        title.qualified_on = date(2026, 4, 20)


def _take(opened: db.Database, family: Family, folder: Path) -> None:
    about = _about(opened, family)
    given = tuple((ask.key, GIVEN[ask.key]) for ask in family.asks if ask.key in GIVEN)
    for layout in family.layouts:
        name = family.key.replace("_", "-") + ("" if layout is family.layouts[0] else f"-{layout.value}")
        for language in (*(one.value for one in Lang), BOTH):
            wish, on = Wish(family.key, about, given, language, layout.value), LATER.get(family.key, TODAY)
            plan = opened.read(making.draft, wish, on)
            _keep(plan.facts, folder, name)
            if family.key == "placement_letter" and layout is family.layouts[0]:
                _keep(_change(plan), folder, "change-letter")


def _change(sent: PaperDraft) -> PaperFacts:
    """The change letter that follows a dispatch letter, as if its first student had got another supervisor."""
    wish = replace(sent.facts.wish, family="change_letter")
    first = sent.facts.parts[0].rows("students")[0]
    change = Change(str(first["name"]), Label("企业导师", "industry supervisor"), str(first["industry"]), "沈默")
    gathered = paper_amending.changed(sent.gathered, sent.facts, (change,))
    return drawing.draw(gathered, wish, "工院函〔2026〕12号", TODAY).facts


def _keep(facts: PaperFacts, folder: Path, name: str) -> None:
    """The first three pages; in two languages the first two openings, as a reader has them."""
    pdf = typeset.pdf(facts, code=CODE)
    count, language = pages.count(pdf), facts.wish.language
    shown = [pages.png(pdf, page, DPI) for page in range(count)]
    if language == BOTH:
        first = count % 2
        shown = [_beside(left, right) for left, right in zip(shown[first::2], shown[first + 1 :: 2], strict=True)][:2]
    for at, picture in enumerate(shown[:3], 1):
        (folder / f"{name}-{language}-{at}.png").write_bytes(_light(picture))


def _light(picture: bytes) -> bytes:
    """The same in few colours, for a page has few."""
    from PIL import Image

    made = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(64).save(made, "PNG", optimize=True)
    return made.getvalue()


def _beside(left: bytes, right: bytes) -> bytes:
    """Two pages of an open document, a fold between them."""
    from PIL import Image

    one, two = (Image.open(io.BytesIO(page)) for page in (left, right))
    both = Image.new("RGB", (one.width + two.width + FOLD, one.height), "#9AA5B1")
    both.paste(one, (0, 0))
    both.paste(two, (one.width + FOLD, 0))
    made = io.BytesIO()
    both.save(made, "PNG")
    return made.getvalue()


def _about(opened: db.Database, family: Family) -> tuple[str, ...]:
    """As many records as make a picture worth looking at; any placement serves where it is only set, not issued."""
    # A certificate states months that are past; any other paper serves with any placement.
    if family.subject in {Subject.PLACEMENTS, Subject.PLACEMENT} and family.key != "completion":
        return opened.read(_placements)[: MANY.get(family.key, 1)]
    found: tuple[Candidate, ...] = opened.read(candidates.candidates, family, LATER.get(family.key, TODAY))
    if family.key == "completion":
        found = tuple(sorted(found, key=lambda one: _amiss(opened, family, one.id)))
    return tuple(one.id for one in found[: MANY.get(family.key, 1)])


def _amiss(opened: db.Database, family: Family, key: str) -> int:
    """How much stands against issuing it."""
    return len(opened.read(making.draft, Wish(family.key, (key,)), LATER.get(family.key, TODAY)).refused)


def _placements(session: Session) -> tuple[str, ...]:
    first = session.scalars(select(Placement).join(Student, Student.id == Placement.student_id)).first()
    base = first.base_id if first else ""
    return tuple(session.scalars(select(Placement.id).where(Placement.base_id == base).order_by(Placement.id)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
