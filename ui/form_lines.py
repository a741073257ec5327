"""What one line of a form is made of: the editor for its kind of value, and its name with a star where it must be."""

from ptman.fields import Field, Kind
from ptman.labels import Label
from ui.form_editors import LIKE, ChoiceEditor, DateEditor, FlagEditor, LongEditor, TextEditor
from ui.form_link import LinkEditor, Lookup


def named(field: Field) -> Label:
    """A required field wears a star."""
    return Label(f"{field.label.zh} *", f"{field.label.en} *") if field.required else field.label


def editor(
    field: Field, lookup: Lookup
) -> TextEditor | LongEditor | FlagEditor | ChoiceEditor | DateEditor | LinkEditor:
    if field.kind is Kind.CHOICE and field.choices is not None:
        return ChoiceEditor(field.choices)
    if field.kind is Kind.LINK:
        return LinkEditor(field.link, lookup)
    match field.kind:
        case Kind.LONG:
            return LongEditor()
        case Kind.FLAG:
            return FlagEditor()
        case Kind.DATE:
            return DateEditor()
    return TextEditor(LIKE.get(field.kind, ""))
