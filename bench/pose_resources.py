"""The pictures of shared resources: the week with a booking looked at, and give and take of the year."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from bench.scenario_poses import Left, Stage
from ui.aspects.resources.balance_page import BalancePage
from ui.aspects.resources.week_page import WeekPage
from ui.nouns.resources import ResourcesRegister
from ui.page import Page
from ui.pages.resources import ResourcesPage


def strikes(_left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key."""
    return (("resources-week", week), ("resources-balance", balance))


def week(studio: Stage) -> QPixmap:
    """A booking that is looked at, beside one that clashes."""
    page = _front(studio, WeekPage)
    if not isinstance(page, WeekPage):
        raise TypeError(f"{page!r} is no week")
    approved = [one.use for one in page.grid.blocks if one.use.status.value == "approved"]
    page.grid.choose(approved[0].ref.id)
    studio.settle()
    return page.window().grab()


def balance(studio: Stage) -> QPixmap:
    """It leaves the catalogue in front, as the picture of the page shows it."""
    taken = _front(studio, BalancePage).window().grab()
    _front(studio, ResourcesRegister)
    return taken


def _front(studio: Stage, kind: type[Page]) -> Page:
    page = studio.show("resources", ResourcesPage)
    page.go(kind.KEY)
    studio.settle()
    return page.front
