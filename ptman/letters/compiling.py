"""Compiles a template with the values it is given into PDF/A, with the shipped fonts alone: same input, same bytes."""

import functools
import threading
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from ptman import folders
from ptman.letters import fonts

if TYPE_CHECKING:
    import typst

STANDARD: Final = "a-2a"
# The compiler keeps the fonts and cannot serve two threads at once.
_one_at_a_time = threading.Lock()


def compiled(template: str, values: dict[str, str], dated: date) -> bytes:
    """The PDF of `template`, a path below the resources without its ending, dated by what it sets.

    A warning of the compiler is a bug of the template and raises RuntimeError.
    """
    stamp = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    with _one_at_a_time:
        made, warnings = _compiler(template).compile_with_warnings(
            sys_inputs=values, format="pdf", pdf_standards=[STANDARD], timestamp=stamp
        )
    if warnings or not isinstance(made, bytes):
        raise RuntimeError(f"the template {template} warns: {[warning.message for warning in warnings]}")
    return made


@functools.cache
def _compiler(template: str) -> "typst.Compiler":
    import typst

    bundled = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in fonts.folders()],
    )
    source = folders.resources() / f"{template}.typ"
    return typst.Compiler(
        str(source), root=str(source.parent), font_paths=bundled, ignore_system_fonts=True, sys_inputs={}
    )
