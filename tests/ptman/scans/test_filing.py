"""Issued letters on paper, turned and blurred, come back to their own records or are honestly left over."""

from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.letters import optical, pages, seen, store
from ptman.models.choices import DocumentStep
from ptman.register import attachments
from ptman.scans import filing, reading, sorting
from ptman.scans.filing import Kept, Sorted
from tests.ptman.letters import sending
from tests.ptman.scans import scanned
from tests.ptman.scans.conftest import written
from tests.ptman.scans.scanned import Wear

Sheets = dict[str, list[Image.Image]]
LATER = sending.TODAY + timedelta(days=20)


def sort(office: db.Database, *paths: Path) -> Sorted:
    return office.read(filing.sort, reading.read(paths))


def keep(office: db.Database, found: Sorted) -> Kept:
    return office.write(filing.keep, found.scans, found.found, LATER, LATER)


def numbers(found: Sorted) -> list[str]:
    places = [found.place(one.letter) for one in found.found]
    return [place.doc_no for place in places if place]


def files(office: db.Database, letter: str) -> list[bytes]:
    listed = office.read(attachments.listed, filing.NOUN, letter)
    return [office.read(attachments.content, one.ref.id) for one in listed]


def test_turned_and_blurred_letters_come_back_to_their_own_records(
    sent: db.Database, sheets: Sheets, tmp_path: Path
) -> None:
    worn = {no: [scanned.worn(page, Wear.of(7 * at)) for page in own] for at, (no, own) in enumerate(sheets.items())}
    bulk = written(tmp_path, "一批.pdf", scanned.pdf([page for own in worn.values() for page in own]))
    found = sort(sent, bulk)
    assert numbers(found) == list(sheets)
    assert found.left == ()
    assert keep(sent, found) == Kept(4, 4, 0)
    for one in found.found:
        letter = sent.read(seen.look, one.letter)
        assert [(step.step, step.on) for step in letter.steps] == [(DocumentStep.RETURNED, LATER)]
        (kept,) = files(sent, one.letter)
        assert pages.count(kept) == pages.count(letter.paper.pdf) == len(one.pages)
    # The file kept with the last letter is the paper of this very letter.
    assert optical.sides(kept)[0].codes == found.scans[0].sides[one.pages[0]].codes
    assert keep(sent, sent.read(filing.sort, found.scans)) == Kept(0, 0, 4)
    sent.write(undo.undo, sent.read(undo.history)[0].number)
    assert files(sent, found.found[0].letter) == []
    assert sent.read(seen.look, found.found[0].letter).steps == ()


def test_photographs_and_what_cannot_be_read(sent: db.Database, sheets: Sheets, tmp_path: Path) -> None:
    first, second = list(sheets)[:2]
    photo = written(tmp_path, "照片.jpg", scanned.jpg(scanned.worn(sheets[first][0], Wear(91, 0.5))))
    smeared = written(tmp_path, "糊.png", _png(scanned.worn(sheets[second][0], Wear(0, 6))))
    broken = written(tmp_path, "坏.pdf", b"%PDF-1.7 nothing")
    found = sort(sent, photo, smeared, broken, tmp_path / "没有.pdf")
    assert numbers(found) == [first]
    assert [(one.file, one.why) for one in found.left] == [(1, sorting.NO_CODE)]
    assert [scan.fault is None for scan in found.scans] == [True, True, False, False]
    assert keep(sent, found) == Kept(1, 1, 0)
    assert files(sent, found.found[0].letter) == [photo.read_bytes()]


def test_a_letter_of_another_office_is_never_filed(sheets: Sheets, tmp_path: Path) -> None:
    with db.Database.create(tmp_path / "other.ptman", who="李") as other:
        other.write(sending.placed, {"星河通信有限公司": ("吴九",)})
        other.write(store.issue, other.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
        scan = written(tmp_path, "本校.pdf", scanned.pdf(next(iter(sheets.values()))))
        found = sort(other, scan)
        assert found.found == ()
        assert found.left[0].why == sorting.Label("工院函〔2026〕1号 内容被改动", "工院函〔2026〕1号 Altered")
        with pytest.raises(PtmanError) as refused:
            keep(other, found)
        assert refused.value.code == "nothing-to-file"


def test_a_void_letter_that_comes_back_is_kept_without_a_step(
    sent: db.Database, sheets: Sheets, tmp_path: Path
) -> None:
    found = sort(sent, written(tmp_path, "来.pdf", scanned.pdf(next(iter(sheets.values())))))
    letter = found.found[0].letter
    sent.write(store.void, letter, sent.read(seen.look, letter).version, "有误", sending.TODAY)
    assert keep(sent, found) == Kept(1, 0, 0)
    assert sent.read(seen.look, letter).steps == ()
    assert len(files(sent, letter)) == 1


def _png(page: Image.Image) -> bytes:
    import io

    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()
