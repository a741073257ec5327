"""A program that has an office open until its input ends: `hold` waits, `write` adds people without a pause."""

import sys
import threading
from pathlib import Path

from ptman import db
from tests.ptman import offices


def main(what: str, path: str) -> None:
    with db.Database(Path(path), who="李老师") as office:
        office.write(offices.add, "甲")
        sys.stdout.write("open\n")
        sys.stdout.flush()
        if what == "write":
            ended = threading.Thread(target=sys.stdin.read, daemon=True)
            ended.start()
            while ended.is_alive():
                office.write(offices.add, "乙")
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
