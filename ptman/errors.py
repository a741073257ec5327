"""What the office can put right itself; any other exception is a bug."""

from ptman.labels import Label, Lang


class PtmanError(Exception):
    """A known failure: its sentence says what happened, what was kept and what to do.

    `code` is stable and made for programs and tests; `sentence` is made for people.
    """

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(en)
        self.code = code
        self.sentence = Label(zh, en)

    def text(self, lang: Lang) -> str:
        return self.sentence.text(lang)
