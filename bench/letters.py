"""Two-page letters with table and QR code, 1, 100 and 1,000 of them: python -m bench.letters [--counts 1,100]."""

import argparse
import hashlib
import resource
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ptman.letters import codes, pages, typeset, wording, words
from ptman.letters.codes import Stamp
from ptman.letters.facts import Contact, LetterFacts, StudentLine
from ptman.rules.months import Segment

START, END = date(2027, 9, 1), date(2028, 8, 31)
HOST = "浙江远航智能装备科技有限公司"


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


def run(count: int) -> str:
    """One line of the table; each letter is let go once it is made, as a batch does that writes to a file."""
    each, sizes = [], []
    begun = time.perf_counter()
    for facts, code in coded(count):
        before = time.perf_counter()
        made = typeset.pdf(facts, code=code)
        each.append(time.perf_counter() - before)
        sizes.append(len(made))
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{count:>7} {seconds:>9.2f} {1000 * statistics.median(each):>10.1f} {1000 * max(each):>10.1f}"
        f" {statistics.mean(sizes) / 1024:>8.0f} {memory:>8}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default="1,100,1000")
    parser.add_argument("--others", type=int, default=50, help="how many letters are made by other means")
    asked = parser.parse_args()
    counts = [int(one) for one in asked.counts.split(",")]
    print(f"pages a letter: {pages.count(typeset.pdf(letter(1)))} (the first, with the fonts loaded, is not measured)")
    print("letters   seconds  median ms     max ms   KiB/pdf  MiB peak")
    for count in counts:
        print(run(count), flush=True)
    elsewhere(asked.others)


def elsewhere(count: int) -> None:
    """The same letters by other means, and how many times as long they take as ours."""
    from bench import letters_elsewhere

    batch = list(coded(count))
    begun = time.perf_counter()
    sizes = [len(typeset.pdf(facts, code=code)) for facts, code in batch]
    ours = time.perf_counter() - begun
    print(f"{count} letters, ours: {1000 * ours / count:.1f} ms a letter, {sum(sizes) // count // 1024} KiB each")
    for name, done in (
        ("Qt QPdfWriter (neither PDF/A nor tagged)", letters_elsewhere.qt(batch)),
        ("LibreOffice mail merge, one call for all", letters_elsewhere.libreoffice(batch)),
    ):
        if done is None:
            print(f"{name}: not on this machine")
        else:
            seconds, size = done
            each = 1000 * seconds / count
            print(f"{name}: {each:.1f} ms a letter, {size // count // 1024} KiB each, {seconds / ours:.1f} times ours")


if __name__ == "__main__":
    main()
