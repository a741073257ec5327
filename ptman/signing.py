"""The office's own key: made when first needed, kept in the office file; its public half is for everybody."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.models import SigningKey
from ptman.models.core import new_id

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def signer(session: Session) -> Callable[[bytes], bytes]:
    """Signs with the office's key (Ed25519: the same text, the same signature); makes the key where there is none."""
    return _secret(session).sign


def publics(session: Session) -> tuple[bytes, ...]:
    """The public halves of every key the office has had, 32 bytes each."""
    return tuple(session.scalars(select(SigningKey.public).order_by(SigningKey.id)))


def public(session: Session) -> bytes:
    """The public half of the key that signs now; PtmanError `no-key`."""
    found = publics(session)
    if not found:
        raise PtmanError(
            "no-key",
            "还没有公钥，未导出：签发第一份函件或发出第一份工作簿时才生成。",
            "There is no key yet and nothing was exported; it is made with the first letter or workbook sent.",
        )
    return found[-1]


def pem(public: bytes) -> bytes:
    """A public key as the text file that other programs read."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(public).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def from_pem(text: bytes) -> bytes:
    """The public key in such a file; PtmanError `key-unreadable`."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = serialization.load_pem_public_key(text)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise PtmanError(
            "key-unreadable",
            "这个文件不是办公室的公钥（Ed25519，PEM），未核验。请向发文单位索取公钥文件。",
            "This file is no office's public key (Ed25519, PEM). Nothing was verified; ask the office for its key.",
        )
    return key.public_bytes_raw()


def signed(body: bytes, signature: bytes, by: Iterable[bytes]) -> bool:
    """Whether one of these public keys made the signature."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for public in by:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, body)
        except InvalidSignature:
            continue
        return True
    return False


def _secret(session: Session) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    kept = session.scalars(select(SigningKey).order_by(SigningKey.id.desc())).first()
    if kept is not None:
        return Ed25519PrivateKey.from_private_bytes(kept.secret)
    made = Ed25519PrivateKey.generate()
    public = made.public_key().public_bytes_raw()
    session.add(SigningKey(id=new_id(), secret=made.private_bytes_raw(), public=public))
    return made
