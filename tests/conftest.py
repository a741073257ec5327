"""What every test stands on: a home of its own, an empty office made by the migrations once and copied."""

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from ptman import db, schema

# At a desk new cases are tried each time; the build server tries the same ones, so that its answer is about the change.
settings.register_profile("desk", deadline=None)
settings.register_profile("server", deadline=None, derandomize=True)
settings.load_profile("server" if "CI" in os.environ else "desk")


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the collector need not look through it again after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and logs of a test stay with the test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PTMAN_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.ptman"
    schema.create(path)
    return path


class Ticking:
    """A clock that a test can read: one second later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 10, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def office_path(empty_office: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_office, tmp_path / "office.ptman"))


@pytest.fixture
def office(office_path: Path) -> Iterator[db.Database]:
    opened = db.Database(office_path, who="测试", clock=Ticking())
    yield opened
    opened.changed = False  # the copy that closing makes has tests of its own
    opened.close()
