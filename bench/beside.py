"""The assignment engine beside what else an office could use: python -m bench.beside [--full] [--write]."""

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import beside_goals, beside_rows, instances, measuring, stable_instances
from bench.beside_rows import Row
from bench.instances import Family
from bench.measuring import RIVALS, ROOT, Measured

# Every solver works in a process of its own, alone, on the same instance; clock, processor and most memory are the
# process's as the system counts them, the rivals' own start included as ours is. Each answer is judged by the verifier.
# `.venv-bench` is made where it is missing.
JOINT = ("cbc", "cpsat", "highs", "osis")
OURS = 60.0
"""Seconds of a solve that no rival takes part in."""
PAGE = ROOT / "docs" / "bench.md"
PICTURE = ROOT / "docs" / "pictures" / "bench-assign.png"


@dataclasses.dataclass(frozen=True, slots=True)
class Work:
    """One kind of joint instance: its name, size and family, how many seeds ptman gets, and how many the rivals."""

    name: str
    size: int
    seeds: int
    rivals: Sequence[str] = ()
    shared: int = 0
    family: Family = Family()  # noqa: RUF009 - frozen


def works(chosen: argparse.Namespace) -> list[Work]:
    few = chosen.seeds or 20
    found = [
        Work("200 students, joint", 200, few, JOINT, chosen.shared),
        Work("1,000 students, joint", 1000, min(5, few), JOINT, min(1, chosen.shared)),
        Work("1,000 students, no seat to spare", 1000, min(2, few), (), 0, Family(slack=0.0)),
        Work("1,000 students, 12 collaborators", 1000, min(2, few), (), 0, Family(collaborators=12)),
        Work("5,000 students, joint", 5000, min(2, few)),
    ]
    return [*found, Work("20,000 students, joint", 20_000, 1)] if chosen.full else found


def joint_runs(work: Work, limit: float) -> Iterator[list[Measured]]:
    """For each seed the same instance to everybody."""
    for seed in range(1, work.seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            instance = Path(folder) / "joint.json"
            instance.write_text(json.dumps(dict(instances.make(work.size, seed, work.family))), encoding="utf-8")
            runs = [measuring.ours(instance, Path(folder), limit)]
            if seed <= work.shared:
                runs += [measuring.theirs(solver, instance, Path(folder), limit) for solver in work.rivals]
            yield runs


def one_sided(size: int, limit: float) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        made = dict(instances.make(size, 1))
        made |= {"industry": [], "bases": [], "affinity": []}
        for student in made["students"]:
            student |= {"industry": {}, "base_rank": {}}
        instance = Path(folder) / "one-sided.json"
        instance.write_text(json.dumps(made), encoding="utf-8")
        return [measuring.ours(instance, Path(folder), limit), measuring.theirs("flow", instance, Path(folder), limit)]


def stable_runs(size: int, limit: float, solvers: Sequence[str]) -> list[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        text, data = Path(folder) / "stable.txt", Path(folder) / "stable.json"
        stable_instances.write(size, text, data)
        return [
            measuring.ours(text, Path(folder), limit, "stable"),
            *(measuring.theirs(solver, data, Path(folder), limit) for solver in solvers),
        ]


def ready() -> None:
    """The rivals' environment, from its own lock file."""
    if not (RIVALS / "bin" / "python").exists():
        print("making .venv-bench", flush=True)
        subprocess.run([sys.executable, "-m", "venv", RIVALS], check=True)  # noqa: S603 our own command
        pip = [RIVALS / "bin" / "python", "-m", "pip", "install", "-q", "--require-hashes"]
        subprocess.run([*pip, "-r", ROOT / ".ci" / "locks" / "bench.txt"], check=True)  # noqa: S603 as above


def measured(chosen: argparse.Namespace) -> Iterator[list[Row]]:
    """One kind of work after another; ours of many students may take longer, and no rival is given those."""
    for work in works(chosen):
        limit = max(chosen.limit, OURS) if not work.shared else chosen.limit
        limit = max(limit, work.size / 160)
        yield beside_rows.rows(work.name, work.size, list(joint_runs(work, limit)), limit)
    limit = chosen.limit
    yield beside_rows.rows("20,000 students, one side", 20_000, [one_sided(20_000, limit)], limit)
    both = ("pairwise", "spa")
    yield beside_rows.rows("250 students, stable", 250, [stable_runs(250, limit, both)], limit)
    rivals = both if chosen.shared else ()
    yield beside_rows.rows("5,000 students, stable", 5000, [stable_runs(5000, limit, rivals)], limit)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--full", action="store_true", help="20,000 students jointly, too")
    made.add_argument("--limit", type=float, default=45.0, help="seconds for each solve; ours of large works get more")
    made.add_argument(
        "--seeds", type=int, help="at most so many instances of a kind; else 20 of 200, 5 of 1,000, 2 of 5,000"
    )
    made.add_argument("--shared", type=int, default=2, help="of them so many go to the rivals, too")
    made.add_argument("--write", action="store_true", help="put the table and the picture into docs/")
    return made


def main() -> None:
    chosen = parser().parse_args()
    ready()
    listed: list[Row] = []
    busy = os.getloadavg()[0]
    for found in measured(chosen):
        print("\n".join(map(beside_rows.line, found)), flush=True)
        listed += found
    about = f"{os.cpu_count()} cores; load {busy:.1f} when it began, {os.getloadavg()[0]:.1f} when it ended."
    text = "\n".join([beside_rows.table(listed, about), "", *beside_goals.table(listed)])
    print(text)
    if chosen.write:
        beside_rows.written(PAGE, text)
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "rows.json"
            beside_rows.keep(listed, kept)
            command = [sys.executable, "-m", "bench.beside_picture", kept, PICTURE]
            subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})  # noqa: S603 our own command


if __name__ == "__main__":
    main()
