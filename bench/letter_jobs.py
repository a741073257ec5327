"""One job of the letters bench in a process of its own: python -m bench.letter_jobs JOB COUNT prints one JSON line."""

import hashlib
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ptman.letters import codes, typeset, wording, words
from ptman.letters.codes import Stamp
from ptman.letters.facts import Contact, LetterFacts, StudentLine
from ptman.rules.months import Segment

START, END = date(2027, 9, 1), date(2028, 8, 31)
HOST = "浙江远航智能装备科技有限公司"
OURS, ALONE, PREVIEW = "ptman", "ptman, one process", "ptman: preview of one, after the first"
QT = "Qt QPdfWriter"
MERGE, OFFICE = "LibreOffice mail merge", "LibreOffice, Word files in one call"


def letter(number: int) -> LetterFacts:
    """Six students and the return slip: two pages."""
    line = StudentLine("", "女", "", "电子信息", "智能网联汽车感知算法", START, END, "陈启明", "高建国")
    rows = tuple(
        replace(line, name=f"学生{wording.numeral(at)}", student_no=f"{number * 10 + at}") for at in range(1, 7)
    )
    said = words.fill(
        words.shipped(words.DISPATCH),
        {"host": HOST, "students": tuple(row.name for row in rows), "period": Segment(START, END), "reply_by": None},
    )
    return LetterFacts(
        issuer="东湖大学工程师学院",
        doc_no=f"东大工院函〔2027〕{number}号",
        host=HOST,
        title="".join(said.section("title")),
        start=START,
        end=END,
        rows=rows,
        opening="".join(said.section("opening")),
        requests=said.section("requests"),
        closing="".join(said.section("closing")),
        contact=Contact("陈一鸣", "0571-00000000"),
        dated=date(2027, 7, 1),
    )


def coded(count: int) -> Iterator[tuple[LetterFacts, str]]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    sign = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"bench").digest()).sign
    for number in range(1, count + 1):
        facts = letter(number)
        yield facts, codes.text(Stamp("东大工院函", 2027, number, facts.sha256()[: codes.DIGEST]), sign)


def made(count: int) -> int:
    """Bytes of a batch as it is issued; each letter is let go once it is made."""
    return sum(map(len, typeset.pdf_many(list(coded(count)))))


def made_alone(count: int) -> int:
    """The same in one process."""
    return sum(len(typeset.pdf(facts, code=code)) for facts, code in coded(count))


def previewed(count: int) -> int:
    """One letter a time, as the window shows it while one looks through them; its own seconds are what counts."""
    sizes, each = [], []
    for facts, _ in coded(count + 1):
        before = time.perf_counter(), time.process_time()
        sizes.append(len(typeset.pdf(facts, draft=True)))
        each.append((time.perf_counter() - before[0], time.process_time() - before[1]))
    wall, cpu = (statistics.median(values) for values in zip(*each[1:], strict=True))
    _tell(wall, cpu, sizes[-1])
    sys.exit()


def by_qt(count: int) -> int:
    from bench import letters_elsewhere

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return letters_elsewhere.qt(list(coded(count)))[1]


def by_office(count: int) -> int:
    from bench import letters_elsewhere

    done = letters_elsewhere.libreoffice(list(coded(count)))
    if done is None:
        sys.exit("LibreOffice is not on this machine, or it failed")
    return done[1]


def by_merge(count: int) -> int:
    """Its own seconds are what counts: the form is made before."""
    from bench import letters_merge

    done = letters_merge.merged([facts for facts, _ in coded(count)])
    if done is None:
        sys.exit("LibreOffice is not on this machine, or its part for sources (libreoffice-base) is not")
    _tell(done.wall, done.cpu, done.size // count, done.memory)
    sys.exit()


JOBS: dict[str, Callable[[int], int]] = {
    OURS: made,
    ALONE: made_alone,
    PREVIEW: previewed,
    QT: by_qt,
    MERGE: by_merge,
    OFFICE: by_office,
}


def _tell(wall: float, cpu: float, size: int, memory: int | None = None) -> None:
    """Memory is that of the process or its largest child, whichever is more."""
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "memory": memory or peak, "size": size}))


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    job, count = sys.argv[1], int(sys.argv[2])
    if job in {OURS, ALONE}:
        typeset.pdf(letter(0))  # the fonts are loaded once, however many letters follow
    begun, used = time.perf_counter(), _processor()
    size = JOBS[job](count)
    _tell(time.perf_counter() - begun, _processor() - used, size // count)


if __name__ == "__main__":
    main()
