"""The Qt in use does not lose references to None: PySide6 6.12.0 does on Python before 3.12, and aborts."""

import subprocess
import sys

_MANY = """
from PySide6.QtGui import QFont
for _ in range(20_000):
    QFont().setPointSizeF(12.0)
"""


def test_twenty_thousand_calls_that_return_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
