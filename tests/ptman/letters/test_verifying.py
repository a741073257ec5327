"""A letter that comes back is genuine, superseded, void, altered or not ours: by the register, or by the key alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from ptman import cli, db, signing, undo
from ptman.errors import PtmanError
from ptman.letters import reissuing, store, verifying
from ptman.letters.verifying import Finding, Verdict
from ptman.models import Change, SigningKey
from tests.ptman.letters.sending import TODAY, placed
from tests.ptman.letters.test_radar import another_guide
from tests.ptman.letters.test_reissuing import NEW, OLD, key, look, paper, sent  # noqa: F401 - the fixture


def code(office: db.Database, number: str = OLD) -> str:
    return verifying.code_of(paper(office, number).pdf).rpartition(", ")[2]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[db.Database]:
    """Another office with a letter of the same number."""
    with db.Database.create(tmp_path / "other.ptman", who="李") as office:
        office.write(placed, {"星河通信有限公司": ("吴九",)})
        office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
        yield office


def judged(office: db.Database, said: str) -> Finding:
    return office.read(verifying.text, said)


def test_the_old_letter_answers_superseded_and_the_new_genuine(sent: db.Database) -> None:  # noqa: F811 - the fixture
    old = code(sent)
    assert judged(sent, old) == Finding(Verdict.GENUINE, OLD)
    sent.write(another_guide, "钱二")
    sent.write(reissuing.issue, sent.read(reissuing.draft, key(sent), TODAY), TODAY)
    assert judged(sent, old) == sent.read(verifying.pdf, paper(sent).pdf) == Finding(Verdict.SUPERSEDED, OLD, NEW)
    assert judged(sent, old).said().zh == f"{OLD} 真实，但已被替代：{NEW}"
    assert judged(sent, code(sent, NEW)) == Finding(Verdict.GENUINE, NEW)
    sent.write(undo.undo, sent.read(undo.history)[0].number)
    assert judged(sent, old) == Finding(Verdict.GENUINE, OLD)
    assert judged(sent, code(sent, NEW)) == Finding(Verdict.VOID, NEW)


def test_a_void_letter_says_so(sent: db.Database) -> None:  # noqa: F811 - the fixture
    sent.write(store.void, key(sent), look(sent).version, "有误", TODAY)
    assert judged(sent, code(sent)) == Finding(Verdict.VOID, OLD)


def test_what_others_made_or_changed_is_seen(sent: db.Database, other: db.Database) -> None:  # noqa: F811 - the fixture
    mine = code(sent)
    assert judged(sent, code(other)) == Finding(Verdict.ALTERED, OLD)
    assert judged(other, code(sent, "工院函〔2026〕2号")).verdict is Verdict.NOT_OURS
    slipped = mine[:20] + ("A" if mine[20] != "A" else "B") + mine[21:]
    assert judged(sent, slipped).verdict is Verdict.MISREAD
    assert judged(sent, "PTM1.等等") == judged(sent, "") == Finding(Verdict.NOT_OURS)
    changed = paper(sent).pdf + b"\n% more"
    assert sent.read(verifying.pdf, changed) == Finding(Verdict.ALTERED, OLD)
    assert sent.read(verifying.pdf, b"no pdf").verdict is Verdict.NOT_OURS


def test_the_public_key_alone_tells_ours_from_others(sent: db.Database, other: db.Database) -> None:  # noqa: F811
    public = signing.from_pem(signing.pem(sent.read(signing.public)))
    assert verifying.by_key(code(sent), [public]) == Finding(Verdict.GENUINE, OLD)
    assert verifying.by_key(code(other), [public]).verdict is Verdict.NOT_OURS
    with pytest.raises(PtmanError) as refused:
        signing.from_pem(b"-----BEGIN PUBLIC KEY-----")
    assert refused.value.code == "key-unreadable"


def test_there_is_one_key_and_no_journal_has_it(sent: db.Database) -> None:  # noqa: F811 - the fixture
    (kept,) = sent.read(lambda session: list(session.scalars(select(SigningKey))))
    written = sent.read(lambda session: [(one.before, one.after) for one in session.scalars(select(Change))])
    assert kept.secret.hex() not in str(written)
    assert "signing_key" not in sent.read(lambda session: set(session.scalars(select(Change.noun))))


def test_the_command_line_verifies_files_and_texts(
    sent: db.Database,  # noqa: F811 - the fixture
    office_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said, pdf = code(sent), tmp_path / "来函.pdf"
    pdf.write_bytes(paper(sent).pdf)
    sent.close()

    def run(*words: str) -> tuple[int, str]:
        status = cli.run(["--file", str(office_path), "--lang", "zh", "verify", *words])
        told = capsys.readouterr()
        return status, (told.out + told.err).strip()

    pem = tmp_path / "公钥.pem"
    assert run("--export", str(pem))[0] == 0
    for words in ([said], [str(pdf)], [said, "--key", str(pem)], [str(pdf), "--key", str(pem)]):
        assert run(*words) == (0, f"{OLD} 真实有效")
    assert run("abc") == (2, "不是本办公室发的")
    assert run()[0] == 2
