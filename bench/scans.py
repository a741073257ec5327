"""How many of 100 letters on paper come back by their codes: python -m bench.scans [--count 100]."""

import argparse
import time
from collections import Counter

from bench import letter_jobs as letters
from ptman.letters import optical, typeset
from tests.ptman.scans import scanned
from tests.ptman.scans.scanned import Wear

BLURS = (0.3, 0.6, 0.9, 1.2, 1.5)
"""How far a dot spreads, in dots of 150 to the inch: a good scanner, an office copier, a moved sheet, a poor photo."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    count = parser.parse_args().count
    sheets = [(code, scanned.printed(typeset.pdf(facts, code=code))[0]) for facts, code in letters.coded(count)]
    print(f"{count} first pages, 150 dots an inch, turned by any quarter and up to 4 degrees, grainy, JPEG")
    print(" blur  filed  left over  misfiled  ms/page")
    for blur in BLURS:
        found: Counter[str] = Counter()
        spent = 0.0
        for at, (code, sheet) in enumerate(sheets):
            wear = Wear.of(at)
            paper = scanned.jpg(scanned.worn(sheet, Wear(wear.turn, blur, wear.grain, wear.quality)), wear.quality)
            before = time.perf_counter()
            (side,) = optical.sides(paper)
            spent += time.perf_counter() - before
            found["filed" if side.codes == (code,) else "misfiled" if side.codes else "left"] += 1
        print(
            f"{blur:>5} {found['filed']:>6} {found['left']:>10} {found['misfiled']:>9} {1000 * spent / count:>8.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
