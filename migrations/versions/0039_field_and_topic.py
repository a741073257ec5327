"""Weighs field and topic apart: what a scenario gave to both together counts for each of them."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Split the weight."""
    for key, weights in _scenarios():
        if "fit" in weights:
            both = weights.pop("fit")
            _keep(key, {"field": both, "topic": both} | weights)


def downgrade() -> None:
    """Count both at what the field had."""
    for key, weights in _scenarios():
        if "field" in weights:
            field = weights.pop("field")
            weights.pop("topic", None)
            _keep(key, {"fit": field} | weights)


def _scenarios() -> list[tuple[str, dict[str, Any]]]:
    rows = op.get_bind().execute(sa.text("SELECT id, weights FROM scenario")).all()
    return [(key, json.loads(weights)) for key, weights in rows]


def _keep(key: str, weights: dict[str, Any]) -> None:
    said = {"weights": json.dumps(weights), "id": key}
    op.get_bind().execute(sa.text("UPDATE scenario SET weights = :weights WHERE id = :id"), said)
