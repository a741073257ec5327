"""The fingerprint within a workbook: which one it is, of which office file, signed so that nobody else can make one."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from ptman import signing, values
from ptman.errors import PtmanError

PREFIX = "PTMAN-WB1"
MARKER = "ptman"
"""The header of the hidden column that holds the keys of the rows."""
SHEET = "ptman"
_TEXT = re.compile(rf"{PREFIX}\.(?P<body>[A-Za-z0-9_-]+)\.(?P<signature>[A-Za-z0-9_-]{{86}})")


@dataclass(frozen=True, slots=True)
class Print:
    """What a workbook says of itself; `rights` are the columns that may be filled in, `sent` the digest of its rows."""

    workbook: str
    number: str
    office: str
    change_set: int
    recipient: str
    list: str
    rights: tuple[str, ...]
    sent: str


def office(public: bytes) -> str:
    """What tells one office file from another: the first digits of the digest of its public key."""
    return hashlib.sha256(public).hexdigest()[:16]


def text(said: Print, sign: Callable[[bytes], bytes]) -> str:
    """The print as it stands in a cell."""
    body = values.canonical(asdict(said)).encode()
    return f"{PREFIX}.{_packed(body)}.{_packed(sign(body))}"


def read(said: str, publics: Iterable[bytes]) -> Print:
    """The print in a cell; PtmanError `returned-broken`, `returned-foreign`."""
    found = _TEXT.fullmatch("".join(said.split()))
    try:
        body, signature = (_unpacked(found[part]) for part in ("body", "signature")) if found else (b"", b"")
        known = json.loads(body)
        made = Print(**{**known, "rights": tuple(known["rights"])})
    except (binascii.Error, ValueError, TypeError, KeyError) as error:
        raise broken() from error
    ours = tuple(publics)
    if made.office not in {office(public) for public in ours}:
        raise PtmanError(
            "returned-foreign",
            f"这份工作簿（{made.number}，{made.recipient}）是从另一份办公文件发出的，未读取；请在那份文件中导入。",
            f"This workbook ({made.number}, {made.recipient}) was sent from another office file. Nothing was read; "
            "import it there.",
        )
    if not signing.signed(body, signature, ours):
        raise broken()
    return made


def broken() -> PtmanError:
    return PtmanError(
        "returned-broken",
        "这份工作簿里用来识别的标记已损坏或被改动，不能确认是本办公室发出的，未读取。请对方在原件中填写后重发，"
        "或在“发出的工作簿”中再发一份。",
        "The mark by which this workbook is recognised is damaged or was altered, so it cannot be known as ours. "
        "Nothing was read. Ask for the original, or send it again from “Workbooks out”.",
    )


def _packed(plain: bytes) -> str:
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")


def _unpacked(packed: str) -> bytes:
    return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
