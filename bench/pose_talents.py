"""The pictures of the way to the degree: the matrix of an earlier cohort with one student's way, certifications."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from bench.scenario_poses import Left, Stage
from ui.aspects.talents import tabs
from ui.pages.path import PathPage


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; no dialog has to be left."""
    del left
    return (("talents-path", path), ("talents-certificates", certificates))


def path(stage: Stage) -> QPixmap:
    """The cohort that has come furthest, with the milestones of two students selected."""
    page = stage.show("path", PathPage)
    page.go(tabs.PATH)
    page.cohorts.choose(page.look.cohorts[-1] if page.look else None)
    stage.settle()
    rows = page.tabs.path.view.grid.shown[1:3]
    page.tabs.path.view.select([(row.pupil.id, "midterm") for row in rows])
    stage.settle()
    return page.window().grab()


def certificates(stage: Stage) -> QPixmap:
    page = stage.show("path", PathPage)
    page.go(tabs.CERTIFICATES)
    stage.settle()
    taken = page.window().grab()
    page.go(tabs.PATH)
    return taken
