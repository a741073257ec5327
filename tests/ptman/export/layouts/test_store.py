"""Layouts are kept, found, shared and let go; those that come with the program fit the lists as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.export.layouts import applying, layout, seeds, store
from ptman.export.layouts.layout import Layout, Pick, SortKey
from ptman.export.layouts.seeds import Seed
from ptman.export.layouts.store import Belonging
from ptman.export.options import Headers
from ptman.register import lists
from tests import makers

TODAY = date(2026, 9, 10)
LAYOUT = Layout(
    "students", (Pick("name", "学生姓名", 14), Pick("student_no")), (SortKey("name"),), headers=Headers.BOTH
)
texts = st.text(max_size=8)
picks = st.builds(Pick, texts, texts, st.just(0) | st.integers(3, 80), st.booleans())
layouts = st.builds(
    Layout,
    texts,
    st.lists(picks, max_size=4).map(tuple),
    st.lists(st.builds(SortKey, texts, st.booleans()), max_size=2).map(tuple),
    texts,
    texts,
    headers=st.sampled_from(Headers),
)


@given(layouts)
def test_what_is_written_is_read(one: Layout) -> None:
    assert layout.read(layout.written(one)) == one


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"picks":[{}],"sort":[]}', layout.written(LAYOUT)[:-1]])
def test_a_damaged_text_is_told(text: str) -> None:
    with pytest.raises(PtmanError) as told:
        layout.read(text)
    assert told.value.code == "layout-damaged"


@pytest.mark.parametrize("seed", seeds.SEEDS, ids=lambda seed: seed.key)
def test_seeds_name_columns_that_are_there(office: db.Database, seed: Seed) -> None:
    listing = office.read(lists.named, seed.layout.list, TODAY)
    assert applying.missing(seed.layout, listing) == ()
    assert len(set(seed.layout.keys)) == len(seed.layout.keys)
    assert listing.has(seed.layout.group) or not seed.layout.group


def test_ones_own_layout_hides_that_of_all_and_nobody_sees_anothers(office: db.Database) -> None:
    plain = Layout("students", (Pick("name"),))
    office.write(store.save, "送审", plain, Belonging())
    office.write(store.save, "送审", LAYOUT, Belonging("王"))
    assert office.read(store.named, "students", "送审", "王") == LAYOUT
    assert office.read(store.named, "students", "送审", "李") == plain
    assert [one.belonging.owner for one in office.read(store.saved, "students", "王")] == ["", "王"]
    assert [one.belonging.owner for one in office.read(store.saved, "students", "李")] == [""]
    assert office.read(store.named, "students", "学生名册", "李") == seeds.STUDENTS.layout
    with pytest.raises(PtmanError) as told:
        office.read(store.named, "students", "没有的", "李")
    assert told.value.code == "no-layout"


def test_saving_again_replaces_and_undo_brings_back(office: db.Database) -> None:
    def made(session: Session) -> str:
        return makers.organisation(session).id

    host = office.write(made)
    office.write(store.save, "送公司", LAYOUT, Belonging(organisation=host))
    office.write(store.save, " 送公司 ", Layout("students", (Pick("name"),)), Belonging(organisation=host))
    (one,) = office.read(store.saved, "students", "王")
    assert (len(one.layout.picks), one.recipient) == (1, "星河通信有限公司")
    office.write(undo.undo, 3)
    (one,) = office.read(store.saved, "students", "王")
    assert one.layout == LAYOUT
    office.write(store.delete, one.id)
    assert office.read(store.saved, "students", "王") == ()
    with pytest.raises(PtmanError):
        office.write(store.delete, one.id)
    with pytest.raises(PtmanError):
        office.write(store.save, "  ", LAYOUT, Belonging())
