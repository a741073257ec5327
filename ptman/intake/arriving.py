"""Records that a workbook itself brings: later sheets of it may name them, and are kept only together with them."""

from collections.abc import Container, Iterable, Iterator

from ptman.errors import PtmanError
from ptman.intake.draft import IntakeDraft
from ptman.intake.outcome import NEW, Step
from ptman.models.core import nouns


def refuse_alone(drawn: IntakeDraft, chosen: Container[str]) -> None:
    """PtmanError `row-leans` where a row is taken that names a record of another row, which is not."""
    steps = {key: found for key, found in drawn.steps.items() if key in chosen}
    made = {step.ref for found in steps.values() for step in found if step.is_new}
    leaning = {key for key, found in steps.items() if any(ref not in made for ref in _named(found))}
    if leaning:
        item = next(one for one in drawn.draft.items if one.key in leaning)
        raise PtmanError(
            "row-leans",
            f"“{item.title}”（{item.where}）用到同一工作簿里新增而没有勾选的记录。没有导入任何行；"
            "请把那一行也勾选上，或去掉这一行。",
            f"“{item.title}” ({item.where}) names a record that another row of this workbook brings and that is not "
            "ticked. Nothing was imported; tick that row too, or untick this one.",
        )


def _named(steps: Iterable[Step]) -> Iterator[str]:
    """The new records that these steps point to."""
    for step in steps:
        links = _links(step.noun)
        for key, value in step.values.items():
            if key in links and isinstance(value, str) and value.startswith(NEW):
                yield value


def _links(noun: str) -> frozenset[str]:
    return frozenset(key for key, column in nouns()[noun].__mapper__.columns.items() if column.foreign_keys)
