"""A batch set by several processes has the same bytes as one set by this one, and leaves no process behind."""

import os
import subprocess
from contextlib import closing
from dataclasses import replace

import pytest

from ptman import own_process
from ptman.letters import abreast, typeset
from ptman.letters.facts import LetterFacts
from tests.ptman.letters.conftest import Maker


@pytest.fixture
def batch(letter: Maker, monkeypatch: pytest.MonkeyPatch) -> list[tuple[LetterFacts, str]]:
    monkeypatch.setattr(abreast, "ENOUGH", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    names = (["周雨桐"], ["李喆", "欧阳子涵"], ["龑䶮"], ["阿依古丽·买买提"], ["周雨桐"])
    return [(replace(letter(one), doc_no=f"东大工院函〔2026〕{at}号"), "") for at, one in enumerate(names, 1)]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started, real ones."""
    found: list[subprocess.Popen[bytes]] = []
    start = own_process.start

    def noting(*given: object) -> subprocess.Popen[bytes]:
        found.append(start(*given))  # type: ignore[arg-type]  # handed on as they came
        return found[-1]

    monkeypatch.setattr(own_process, "start", noting)
    return found


def test_the_same_bytes_in_order(batch: list[tuple[LetterFacts, str]], started: list[subprocess.Popen[bytes]]) -> None:
    told: list[tuple[int, int]] = []
    made = list(typeset.pdf_many(batch, lambda done, total: told.append((done, total))))
    assert made == [typeset.pdf(facts) for facts, _ in batch]
    assert told == [(at, len(batch)) for at in range(1, 6)]
    assert len(started) == 2
    assert all(one.poll() is not None for one in started)


def test_cancelling_ends_the_processes(
    batch: list[tuple[LetterFacts, str]], started: list[subprocess.Popen[bytes]]
) -> None:
    def cancel(done: int, _total: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(typeset.pdf_many(batch, cancel))
    assert len(started) == 2
    assert all(one.poll() is not None for one in started)


def test_what_a_dead_process_owes_is_set_here(
    batch: list[tuple[LetterFacts, str]], started: list[subprocess.Popen[bytes]]
) -> None:
    def kill(done: int, _total: int) -> None:
        if done == 1:
            own_process.end(started[0])

    assert list(typeset.pdf_many(batch, kill)) == [typeset.pdf(facts) for facts, _ in batch]


def test_where_no_process_starts_nothing_is_lost(
    batch: list[tuple[LetterFacts, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_process, "command", lambda _module: ["/no/such/program"])
    assert list(typeset.pdf_many(batch[:4])) == [typeset.pdf(facts) for facts, _ in batch[:4]]


def test_few_are_set_here(batch: list[tuple[LetterFacts, str]], started: list[subprocess.Popen[bytes]]) -> None:
    with closing(abreast.answers([(batch[0][0].to_json(), "")] * 3)) as answers:
        assert list(answers) == [None] * 3
    assert started == []
