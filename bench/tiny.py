"""Tiny problems in every mode against all of their answers: python -m bench.tiny [--count 2000] [--size 50]."""

import argparse
import time

from tests.ptman.assign import agreeing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--size", type=int, default=50, help="so many are solved as one; 1 solves each alone")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--ways", default=",".join(agreeing.WAYS))
    asked = parser.parse_args()
    for way in asked.ways.split(","):
        begun = time.process_time()
        for first in range(asked.first, asked.first + asked.count, asked.size):
            agreeing.agree(way, first, asked.size)
        print(f"{way:>16} {asked.count:>7} agree {time.process_time() - begun:8.1f} cpu s", flush=True)


if __name__ == "__main__":
    main()
