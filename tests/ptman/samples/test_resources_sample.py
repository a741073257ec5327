"""The sample of shared resources: every noun and kind is there, what expires falls due, undo takes it back."""

from datetime import date

from ptman import db, undo
from ptman.models.choices_resources import ResourceKind
from ptman.register import agenda, lists
from ptman.samples import resources
from tests import makers

TODAY = date(2026, 9, 20)
NOUNS = ("teaching_resource", "resource_use", "instructor", "resource_teacher", "resource_equipment")


def test_a_year_of_sharing(office: db.Database) -> None:
    office.write(resources.fill, TODAY)
    assert not office.read(lists.named, "teaching_resource", TODAY, None).rows  # nobody to share with
    for at in range(3):
        office.write(makers.base, f"JD00{at}", f"第{at}基地")
    office.write(resources.fill, TODAY)
    found = {noun: office.read(lists.named, noun, TODAY, None).rows for noun in NOUNS}
    assert all(found.values())
    kinds = {cell for row in found["teaching_resource"] for cell in row.cells}
    assert {kind.label for kind in ResourceKind} <= kinds
    due = {item.noun for item in office.read(agenda.items, TODAY)}
    assert {"teaching_resource", "agreement", "instructor", "resource_use"} <= due
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert not office.read(lists.named, "resource_use", TODAY, None).rows
