"""The bundled fonts: present, licensed, and covering what names need."""

import itertools

import pytest

from ptman import folders
from ptman.letters import fonts

RARE = "喆堃祎玥彧珺頔䶮𬱖"


def _gb2312() -> str:
    lead, trail = range(0xB0, 0xF8), range(0xA1, 0xFF)
    codes = (
        bytes(pair) for pair in itertools.product(lead, trail) if pair not in {(0xD7, at) for at in range(0xFA, 0xFF)}
    )
    return "".join(code.decode("gb2312") for code in codes)


def test_every_role_sets_all_of_gb2312_itself() -> None:
    for role in fonts.Role:
        assert fonts.missing(_gb2312(), role) == []
        assert fonts.borrowed(_gb2312(), role) == []


def test_rare_characters_come_from_the_fallback() -> None:
    assert fonts.missing(RARE) == []
    assert fonts.borrowed(RARE) == list(RARE)


@pytest.mark.parametrize("char", ["\U00030edd", "😀", "م"])
def test_absent_characters_are_named_once(char: str) -> None:
    assert fonts.missing(f"王{char}{char}·") == [char]


def test_shipped_fonts_come_with_their_licence() -> None:
    shipped = folders.resources() / "fonts"
    assert {path.name for path in shipped.glob("*.otf")} == {"FandolFang-Regular.otf", "FandolSong-Bold.otf"}
    assert "special exception" in (shipped / "Fandol-COPYING.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in shipped.iterdir()) < 15_000_000


def test_what_stands_for_the_fonts_of_the_standard_is_said() -> None:
    assert "方正小标宋简体 → FandolSong" in fonts.substitutes().zh
    assert set(fonts.STANDARD) == set(fonts.Role)
