"""Runs one solver on one instance, without ptman: python -m bench.rivals.run SOLVER INSTANCE ANSWER [--seconds S]."""

import argparse
import importlib
import json
from pathlib import Path

from bench.rivals import joint

SOLVERS = ("cbc", "cpsat", "highs", "flow", "osis", "pairwise", "spa")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("solver", choices=SOLVERS)
    parser.add_argument("instance", type=Path)
    parser.add_argument("answer", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    asked = parser.parse_args()
    solver = importlib.import_module(f"bench.rivals.{asked.solver}_rival")
    made = joint.read(asked.instance)
    begun = joint.processor()
    outcome = solver.solve(made, asked.seconds)
    outcome["seconds"] = joint.processor() - begun
    asked.answer.write_text(json.dumps(outcome), encoding="utf-8")


if __name__ == "__main__":
    main()
