"""The pictures of the aspects' pages, aspect by aspect."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from bench import pose_bases, pose_resources, pose_talents, pose_titles, pose_wholes
from bench.scenario_poses import Left, Stage


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; one of a page's own key takes the place of the page's plain picture."""
    return tuple(
        one
        for made in (pose_bases, pose_wholes, pose_talents, pose_resources, pose_titles)
        for one in made.strikes(left)
    )
