"""What is given away goes with consent, is written as recorded, and the record can be neither changed nor lost."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.export.giving import planning, recipients, store, wish
from ptman.export.giving.planning import Plan
from ptman.export.giving.store import Given
from ptman.export.giving.wish import Recipient, Wish
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.options import Options
from ptman.models import Consent, Disclosure
from ptman.register import edit, lists
from ptman.register.cards import Ref
from ptman.rules.disclosing import Purpose
from tests import makers

TODAY = date(2026, 9, 10)
LAYOUT = Layout("students", (Pick("name", "学生姓名"), Pick("student_no")))


def fill(session: Session) -> str:
    host = makers.organisation(session)
    for at, name in enumerate(("张雨桐", "李思远", "王梓涵"), 1):
        owner = makers.person(session, name, id_type="resident_id", id_number=makers.resident_id(order=at))
        one = makers.student(session, f"2266000{at}", person=owner)
        if at < 3:
            where = {"recipient_id": host.id} if at == 1 else {}
            makers.added(session, Consent(student_id=one.id, purpose=Purpose.PLACEMENT, given_on=TODAY, **where))
    return host.id


@pytest.fixture
def host(office: db.Database) -> Recipient:
    office.write(fill)
    return office.read(recipients.named, "星河通信有限公司")


def drafted(office: db.Database, to: Recipient, **more: Any) -> Plan:  # noqa: ANN401 fields of a wish
    listing = office.read(lists.students, TODAY)
    asked = Wish(**{"recipient": to, "purpose": Purpose.PLACEMENT, "layout": LAYOUT} | more)
    return office.read(planning.draft, listing, asked, TODAY)


def given(office: db.Database, plan: Plan, folder: Path) -> Given:
    return office.write(store.give, plan, folder / "送出.xlsx", Options(TODAY))


def record(session: Session) -> dict[str, Any]:
    (one,) = session.scalars(select(Disclosure)).all()
    return {key: getattr(one, key) for key in Disclosure.__mapper__.columns.keys()}  # noqa: SIM118 a collection of columns


def test_only_who_agreed_goes_and_it_is_recorded(office: db.Database, host: Recipient, tmp_path: Path) -> None:
    plan = drafted(office, host, agreement="XY-1", note="2026 年派遣")
    assert [row.cells[1] for row in plan.excluded] == ["王梓涵"]
    done = given(office, plan, tmp_path)
    sheet = openpyxl.load_workbook(done.path).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        ["序号", "学生姓名", "学号"],
        [1, "张雨桐", "22660001"],
        [2, "李思远", "22660002"],
    ]
    kept = office.read(record)
    assert kept["sha256"] == done.sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest()
    wanted = ("who", "recipient_name", "purpose", "fields", "rows", "excluded", "outside", "agreement", "sensitive")
    expected = ["测试", "星河通信有限公司", "placement", "姓名、学号", 2, 1, True, "XY-1", None]
    assert [kept[key] for key in wanted] == expected
    assert len(kept["subject_ids"]) == 2


def test_another_recipient_needs_a_consent_of_its_own(office: db.Database, host: Recipient) -> None:
    assert host.id
    others = drafted(office, Recipient("别的公司"))
    assert [row.cells[1] for row in others.listing.rows] == ["李思远"]
    assert drafted(office, Recipient("境外公司", kind="foreign")).rows == 0
    assert drafted(office, host, purpose=Purpose.INSURANCE).rows == 0
    assert drafted(office, Recipient("研究生院", inside=True), purpose=Purpose.INSURANCE).rows == 3


def test_identity_numbers_go_whole_only_with_a_reason(office: db.Database, host: Recipient, tmp_path: Path) -> None:
    layout = Layout("students", (Pick("name"), Pick("id_number")))
    masked = drafted(office, host, layout=layout).listing
    assert str(masked.rows[0].cells[masked.index("id_number")]).count("*") > 9
    with pytest.raises(PtmanError) as told:
        given(office, drafted(office, host, layout=layout, unmask=True), tmp_path)
    assert told.value.code == "giving-incomplete"
    done = given(office, drafted(office, host, layout=layout, unmask=True, unmask_reason="投保需要"), tmp_path)
    assert openpyxl.load_workbook(done.path).worksheets[0]["C4"].value == makers.resident_id(order=1)
    kept = office.read(record)
    assert (kept["sensitive"], kept["unmask_reason"]) == ("身份证号", "投保需要")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"purpose": Purpose.OTHER}, "giving-incomplete"),
        ({"layout": Layout("students", ())}, "giving-incomplete"),
        ({"recipient": Recipient(" ")}, "giving-incomplete"),
        ({"purpose": Purpose.TITLE}, "nobody-agreed"),
    ],
)
def test_what_is_not_whole_is_refused_without_trace(
    office: db.Database, host: Recipient, tmp_path: Path, more: dict[str, Any], code: str
) -> None:
    with pytest.raises(PtmanError) as told:
        given(office, drafted(office, host, **more), tmp_path)
    assert told.value.code == code
    assert list(tmp_path.glob("*.xlsx")) == []
    assert office.read(lambda session: session.scalars(select(Disclosure)).all()) == []


def test_consent_withdrawn_meanwhile_stops_it(office: db.Database, host: Recipient, tmp_path: Path) -> None:
    plan = drafted(office, host)

    def withdraw(session: Session) -> None:
        for one in session.scalars(select(Consent)):
            one.withdrawn_on = TODAY

    office.write(withdraw)
    with pytest.raises(PtmanError) as told:
        given(office, plan, tmp_path)
    assert told.value.code == "draft-stale"


def test_the_record_stays_whatever_is_tried(office: db.Database, host: Recipient, tmp_path: Path) -> None:
    done = given(office, drafted(office, host), tmp_path)
    with pytest.raises(PtmanError) as told:
        office.write(undo.undo, 2)
    assert told.value.code == "disclosure-kept"
    for verb in (edit.delete, lambda session, ref: edit.retire(session, ref, TODAY)):
        with pytest.raises(PtmanError):
            office.write(verb, Ref("disclosure", done.id, 2))
    for statement in ('UPDATE disclosure SET "rows" = 1', "UPDATE disclosure SET who = ''"):
        with pytest.raises(PtmanError) as refused:
            office.write(lambda session, said=statement: session.connection().execute(text(said)))
        assert refused.value.code == "not-allowed"
    assert office.read(record)["sha256"] == done.sha256


def test_the_database_keeps_it_three_years(office: db.Database) -> None:
    """By its own clock, whatever the program would allow."""
    today = datetime.now(UTC).date()
    same = {"who": "王", "recipient_name": "甲", "outside": True, "purpose": Purpose.TITLE, "list_title": "名册"}
    same |= {"fields": "姓名", "rows": 1, "file_name": "a.xlsx", "sha256": "0" * 64, "subject_ids": []}
    days = (today - timedelta(days=3 * 365), today - timedelta(days=3 * 366 + 1))

    def add(session: Session) -> list[str]:
        return [makers.added(session, Disclosure(given_on=day, **same)).id for day in days]

    def gone(session: Session, key: str) -> None:
        session.delete(session.get_one(Disclosure, key))

    young, old = office.write(add)
    with pytest.raises(PtmanError) as told:
        office.write(gone, young)
    assert told.value.code == "not-allowed"
    office.write(gone, old)


def test_a_refused_record_leaves_no_file(office: db.Database, host: Recipient, tmp_path: Path) -> None:
    plan = drafted(office, host)

    def give_and_fail(session: Session) -> None:
        store.give(session, plan, tmp_path / "送出.xlsx", Options(TODAY))
        raise PtmanError("no", "不", "no")

    with pytest.raises(PtmanError):
        office.write(give_and_fail)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_sensitive_columns_stay_at_home_at_first(office: db.Database) -> None:
    listing = office.read(lists.students, TODAY)
    whole = Layout("students", tuple(Pick(column.key) for column in listing.columns))
    left = set(whole.keys) - set(wish.at_first(whole, listing).keys)
    assert left == {"id_number", "mobile", "email"}
