"""The keys the office signs with; no record of the office, so no list and no journal shows the secret."""

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.models.core import Noun


class SigningKey(Noun):
    """An Ed25519 key, both halves raw (32 bytes); the newest signs."""

    __tablename__ = "signing_key"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary(32))
    public: Mapped[bytes] = mapped_column(LargeBinary(32))
