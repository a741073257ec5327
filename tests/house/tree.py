"""What the rules of the house look at: every file under version control, the Python ones parsed."""

import ast
import functools
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE = {"out", "build", "__pycache__", ".git"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file; `name` is its path from the root."""

    name: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Each call by its dotted name, as written."""
        return ((ast.unparse(node.func), node) for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def imported(self) -> Iterator[str]:
        """Dotted names that are imported."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@functools.cache
def files() -> tuple[str, ...]:
    """Tracked and new files; where git is not at hand (an unpacked archive), all but what the program makes."""
    git = shutil.which("git")
    if git is not None and (ROOT / ".git").exists():
        order = [git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(order, check=True, capture_output=True).stdout.decode().split("\0")
        return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))
    inside = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    mine = (path for path in inside if not any(part in MADE or part.startswith(".venv") for part in path.parts))
    return tuple(sorted(path.as_posix() for path in mine))


@functools.cache
def sources() -> tuple[Source, ...]:
    """Every Python file."""
    texts = ((name, (ROOT / name).read_text(encoding="utf-8")) for name in files() if name.endswith(".py"))
    return tuple(Source(name, text, ast.parse(text)) for name, text in texts)


def program() -> tuple[Source, ...]:
    """What people run: no tests, no benches."""
    return tuple(one for one in sources() if one.name.startswith(("ptman/", "ui/", "migrations/")))


def core() -> tuple[Source, ...]:
    return tuple(one for one in sources() if one.name.startswith("ptman/"))
