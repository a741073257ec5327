"""An office with issued letters, and these printed once."""

from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from ptman import db
from ptman.letters import store
from ptman.models import IssuedDocument
from tests.ptman.letters import sending
from tests.ptman.scans import scanned


@pytest.fixture
def sent(office: db.Database) -> db.Database:
    office.write(sending.placed, {host: (f"赵{host[0]}",) for host in sending.hosts(4)})
    office.write(store.issue, office.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
    return office


@pytest.fixture
def sheets(sent: db.Database) -> dict[str, list[Image.Image]]:
    """The pages of each letter by its number."""
    numbers = sent.read(lambda session: list(session.execute(select(IssuedDocument.id, IssuedDocument.doc_no))))
    return {doc_no: scanned.printed(sent.read(store.issued, [key])[0].pdf) for key, doc_no in sorted(numbers)}


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
