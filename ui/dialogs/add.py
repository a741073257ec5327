"""A new record: its form, some of it perhaps filled in already."""

from typing_extensions import override

from ui.dialogs.record import RecordDialog


class AddDialog(RecordDialog):
    """Saves all of the form, not only what was changed by hand: what is filled in belongs to the record."""

    @override
    def accept(self) -> None:
        if self.form.check():
            return
        self._set_busy(busy=True)
        self.save_asked.emit(self.form.values())
