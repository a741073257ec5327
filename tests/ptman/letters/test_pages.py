"""Pictures, counts and texts of a letter's pages, and the merged PDF."""

import struct
import zlib

import pytest

from ptman.errors import PtmanError
from ptman.letters import merge, pages, typeset
from tests.ptman.letters.conftest import Maker


@pytest.fixture(scope="module")
def pdf(letter: Maker) -> bytes:
    return typeset.pdf(letter(["周雨桐"]))


def test_picture_has_the_size_of_the_paper(pdf: bytes) -> None:
    shown = pages.picture(pdf, 0, 96)
    assert (shown.width, shown.height) == (794, 1123)
    assert len(shown.pixels) == shown.stride * shown.height
    assert shown.pixels[:4] == b"\xff\xff\xff\xff"


def test_png_holds_the_same_pixels(pdf: bytes) -> None:
    made, shown = pages.png(pdf, 0, 50), pages.picture(pdf, 0, 50)
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", made[16:24]) == (shown.width, shown.height)
    at = made.index(b"IDAT")
    size = struct.unpack(">I", made[at - 4 : at])[0]
    rows = zlib.decompress(made[at + 4 : at + 4 + size])
    middle = shown.height // 2
    line = rows[middle * (1 + 3 * shown.width) :][1 : 1 + 3 * shown.width]
    start = middle * shown.stride
    wanted = [shown.pixels[start + 4 * x : start + 4 * x + 3] for x in range(shown.width)]
    assert line == b"".join(wanted)


def test_damaged_bytes_get_a_sentence() -> None:
    with pytest.raises(PtmanError) as caught:
        pages.count(b"%PDF-1.7 no more")
    assert caught.value.code == "letter-pdf-damaged"


def test_merged_letters_keep_order_and_text_and_bytes(letter: Maker) -> None:
    letters = [typeset.pdf(letter([name])) for name in ("周雨桐", "欧阳子涵", "李喆")]
    whole = merge.merge(letters)
    assert pages.count(whole) == sum(map(pages.count, letters))
    assert pages.text(whole) == "\f".join(map(pages.text, letters))
    assert merge.merge(letters) == whole


def test_more_letters_than_a_chunk_keep_their_order(letter: Maker) -> None:
    one, two = (typeset.pdf(letter([name])) for name in ("周雨桐", "李喆"))
    whole = pages.text(merge.merge([one] * merge.CHUNK + [two])).split("\f")
    assert ["李喆" in sheet for sheet in whole].index(True) == merge.CHUNK * pages.count(one)


def test_nothing_to_merge_is_told() -> None:
    with pytest.raises(PtmanError) as caught:
        merge.merge([])
    assert caught.value.code == "letters-none"
