"""The core runs without Qt, stays quiet while it is imported, and the repository names nothing of a workplace."""

import os
import re
import subprocess
import sys

from tests.house import tree

# Addresses of registries, places on one machine, names of tools that were at work. Put together so that this file
# does not find itself.
FORBIDDEN = re.compile(
    "|".join(
        (
            "py" + r"pi\.org",
            "files\\.python" + "hosted",
            "/wo" + "rk/",
            "/op" + "t/",
            "/ro" + "ot/",
            "clau" + "de",
            "anthro" + "pic",
            r"\bsub-?agents?\b",
            r"\b(ai|coding|this|the|an|another|other|parallel)\s+" + "agents?\\b",
            r"\b(this|my|our|earlier|previous|next|last|other|parallel|work(ing)?)\s+" + "sessions?\\b",
        )
    ),
    re.IGNORECASE,
)
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".yml",
    ".yaml",
    ".cfg",
    ".ini",
    ".json",
    ".svg",
    ".ts",
    ".qss",
    ".typ",
    ".mako",
    "",
}


def test_the_words_of_a_workplace_are_nowhere() -> None:
    found = []
    for name in tree.files():
        path = tree.ROOT / name
        if path.suffix not in TEXT or path.stat().st_size > 2_000_000:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if FORBIDDEN.search(line):
                found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert found == []


def test_every_module_of_the_core_is_imported_without_qt() -> None:
    modules = [one.name.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for one in tree.core()]
    lines = ["import importlib, sys", "sys.modules['PySide6'] = None"]
    lines += [f"importlib.import_module({name!r})" for name in modules]
    environment = {**os.environ, "PYTHONPATH": str(tree.ROOT)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=tree.ROOT,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_window_keeps_to_its_side() -> None:
    """Names that import-linter follows through other modules are not even written there."""
    ours = [one for one in tree.sources() if one.name.startswith("ui/")]
    wrong = [
        f"{one.name} {name}"
        for one in ours
        for name in one.imported()
        if name.split(".")[0] in {"sqlalchemy", "sqlcipher3", "sqlite3", "openpyxl", "xlsxwriter", "alembic"}
    ]
    assert wrong == []
