"""The code on a letter's first page: series, year, number, short digest and check digits, signed; its drawing."""

import base64
import binascii
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

PREFIX = "PTM2"
DIGEST = 16
"""Hexadecimal digits of the digest of the facts: 64 bits."""
_SIGNATURE = 64
_YEAR, _SEQ = 2, 3
_HEAD = _YEAR + _SEQ + DIGEST // 2
_CODE = re.compile(rf"(?P<said>{PREFIX}(?P<body>[A-Z2-7]{{125,256}}))(?P<check>[0-9]{{2}})")
_NAME = re.compile(r"[^.\s]{1,20}")
# The form of letters issued before the short one; it stays valid.
_FIRST = re.compile(
    r"(?P<said>PTM1\.(?P<code>[^.\s]{2,20})\.(?P<year>[0-9]{4})\.(?P<seq>[1-9][0-9]{0,6})"
    rf"\.(?P<digest>[0-9a-f]{{{DIGEST}}}))\.(?P<check>[0-9]{{2}})\.(?P<signature>[A-Za-z0-9_-]{{86}})"
)
_MASK = 2
"""One fixed pattern: choosing the best of eight costs eight times as much and reads no better at this size."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which document, and the first digits of the digest of its facts."""

    code: str
    year: int
    seq: int
    digest: str

    def packed(self) -> bytes:
        """What is signed, behind the prefix: as few bytes as there can be, for wide modules on paper."""
        numbers = self.year.to_bytes(_YEAR, "big") + self.seq.to_bytes(_SEQ, "big")
        return numbers + bytes.fromhex(self.digest) + self.code.encode("gb18030")


@dataclass(frozen=True, slots=True)
class Read:
    """A code as read from paper; `signed` is what the signature is of.

    `sound` says that its check digits fit, so that it was read without a slip.
    """

    stamp: Stamp
    signed: bytes
    signature: bytes
    sound: bool


def text(stamp: Stamp, sign: Callable[[bytes], bytes]) -> str:
    """The whole code in capitals and digits, which a QR code holds most densely; `sign` gives 64 bytes."""
    packed = stamp.packed()
    body = base64.b32encode(packed + sign(PREFIX.encode() + packed)).decode().rstrip("=")
    return f"{PREFIX}{body}{check(PREFIX + body)}"


def check(body: str) -> str:
    """Two digits such that no single slip and no swap of neighbours goes unseen (ISO 7064, MOD 97-10)."""
    digits = "".join(f"{byte:03d}" for byte in body.encode())
    return f"{98 - int(digits) * 100 % 97:02d}"


def read(said: str) -> Read | None:
    """The code in a text, blanks and line ends passed over; None where there is none."""
    joined = "".join(said.split())
    found = _CODE.search(joined)
    return _short(found) if found is not None else _first(joined)


def _short(found: re.Match[str]) -> Read | None:
    body = found["body"]
    try:
        whole = base64.b32decode(body + "=" * (-len(body) % 8))
        code = whole[_HEAD:-_SIGNATURE].decode("gb18030")
    except (binascii.Error, UnicodeDecodeError):
        return None
    if not _NAME.fullmatch(code):
        return None
    year, seq = int.from_bytes(whole[:_YEAR], "big"), int.from_bytes(whole[_YEAR : _YEAR + _SEQ], "big")
    stamp = Stamp(code, year, seq, whole[_YEAR + _SEQ : _HEAD].hex())
    signed = PREFIX.encode() + whole[:-_SIGNATURE]
    return Read(stamp, signed, whole[-_SIGNATURE:], check(found["said"]) == found["check"])


def _first(joined: str) -> Read | None:
    found = _FIRST.search(joined)
    if found is None:
        return None
    try:
        signature = base64.urlsafe_b64decode(found["signature"] + "==")
    except binascii.Error:
        return None
    stamp = Stamp(found["code"], int(found["year"]), int(found["seq"]), found["digest"])
    return Read(stamp, found["said"].encode(), signature, check(found["said"]) == found["check"])


def drawing(code: str) -> str:
    """The QR code as SVG without a border; the same text gives the same drawing.

    It corrects 7 % of damage: wider modules are worth more on a coarse scan than more correction.
    """
    import segno

    out = io.BytesIO()
    segno.make_qr(code, error="l", mask=_MASK, boost_error=False, encoding="utf-8").save(
        out, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return out.getvalue().decode()
