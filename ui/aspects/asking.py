"""Asks with a short form what a deed needs: some fields of a noun, filled in before, checked as one types."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ptman.fields import Field
from ptman.labels import Label
from ptman.register import cards
from ui import candidates, form_core, records
from ui.candidates import Candidates
from ui.desk import Desk
from ui.dialogs.add import AddDialog
from ui.form import Form
from ui.form_editors import Entry

Values = Mapping[str, Entry]
Wish = tuple[Label, str, Sequence[str | Field], Mapping[str, object]]
Do = Callable[[Values], str | int]


def ask(
    desk: Desk,
    parent: QWidget,
    wish: Wish,
    deed: tuple[Do, Callable[[str | int], object]],
) -> None:
    """`wish`: a title, the noun, its fields (or some of its own) and what stands in them.

    `deed`: what is done with them, and after that.
    """
    title, noun, keys, preset = wish
    described = {one.key: one for one in cards.describe(noun)}
    fields = [key if isinstance(key, Field) else described[key] for key in keys]

    def show(known: Candidates) -> None:
        _open(desk, (title, fields, preset, known), deed, parent)

    desk.work.ask(partial(candidates.load, desk, fields), show)


def _open(
    desk: Desk,
    about: tuple[Label, Sequence[Field], Mapping[str, object], Candidates],
    deed: tuple[Callable[[Values], str | int], Callable[[str | int], object]],
    parent: QWidget,
) -> None:
    title, fields, preset, known = about
    do, then = deed
    dialog = AddDialog(title, Form(fields, preset, form_core.core(known)), parent)
    dialog.resize(560, 480)

    def done(answer: str | int) -> None:
        dialog.saved()
        then(answer)

    def save(values: Values) -> None:
        desk.work.act(title, lambda _step: do(values), done, partial(records.refuse, dialog))

    dialog.save_asked.connect(save)
    dialog.open()
