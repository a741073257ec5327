"""Pages go to a letter only where its code and its number of pages leave no doubt."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.letters.optical import Side
from ptman.letters.verifying import Finding, Verdict
from ptman.scans import sorting
from ptman.scans.sorting import NO_CODE, NOT_FITTING, SEVERAL, Known, Stretch

KNOWN = {
    "one": Known(Finding(Verdict.GENUINE, "1号"), "id-1", 1),
    "two": Known(Finding(Verdict.VOID, "2号"), "id-2", 2),
    "three": Known(Finding(Verdict.SUPERSEDED, "3号", "4号"), "id-3", 3),
    "strange": Known(Finding(Verdict.NOT_OURS)),
    "changed": Known(Finding(Verdict.ALTERED, "1号"), "id-1", 1),
}


def sides(*said: str) -> tuple[Side, ...]:
    return tuple(Side(at, tuple(one.split())) for at, one in enumerate(said))


def sort(*said: str) -> list[tuple[tuple[int, ...], str]]:
    return [(one.pages, one.letter) for one in sorting.sort([sides(*said)], KNOWN)]


def test_pages_without_a_code_follow_where_their_number_fits() -> None:
    assert sort("two", "", "one", "three", "", "") == [((0, 1), "id-2"), ((2,), "id-1"), ((3, 4, 5), "id-3")]


def test_too_many_or_too_few_pages_are_left_over() -> None:
    assert sort("one", "") == [((0,), "id-1"), ((1,), "")]
    assert sort("three", "", "one") == [((0,), "id-3"), ((1,), ""), ((2,), "id-1")]
    assert sort("two", "", "", "") == [((0,), "id-2"), ((1,), ""), ((2,), ""), ((3,), "")]
    assert sort("", "one") == [((0,), ""), ((1,), "id-1")]


def test_what_is_not_surely_ours_says_why() -> None:
    files = [sides("strange"), sides("changed"), sides("one two"), sides(""), sides("one", "")]
    why = [one.why for one in sorting.sort(files, KNOWN) if not one.letter]
    known = [KNOWN["strange"].finding.said(), KNOWN["changed"].finding.said()]
    assert why == [*known, SEVERAL, NO_CODE, NOT_FITTING]


def test_a_page_does_not_follow_from_one_file_to_the_next() -> None:
    assert sorting.sort([sides("two"), sides("")], KNOWN) == (
        Stretch(0, (0,), "id-2"),
        Stretch(1, (0,), why=NO_CODE),
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", *KNOWN, "one two", "one one"]), max_size=12))
def test_every_page_is_there_once_and_no_letter_gets_more_than_it_has(said: list[str]) -> None:
    found = sorting.sort([sides(*said)], KNOWN)
    assert [page for one in found for page in one.pages] == list(range(len(said)))
    most = {one.letter: one.pages for one in KNOWN.values() if one.letter}
    for one in found:
        codes = set(said[one.pages[0]].split())
        if one.letter:
            assert {KNOWN[code].letter for code in codes} == {one.letter}
            assert len(one.pages) in {1, most[one.letter]}
        else:
            assert len(one.pages) == 1
            assert one.why is not None
