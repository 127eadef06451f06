"""The places where services are given are found as a list of their own."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from content.local_services import identifier

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
_AT_ONCE = 500


def upgrade() -> None:
    spot = op.create_table(
        "service_spot",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_service_spot_service", "service_spot", ["service"])
    op.create_index("service_spot_by_commune", "service_spot", ["commune", "id"])
    _fill(spot)


def _fill(spot: sa.Table) -> None:
    service = sa.table("service", sa.column("id"), sa.column("document"))
    connection = op.get_bind()
    ids = connection.scalars(sa.select(service.c.id).order_by(service.c.id)).all()
    for start in range(0, len(ids), _AT_ONCE):
        some = sa.select(service.c.id, service.c.document).where(service.c.id.in_(ids[start : start + _AT_ONCE]))
        rows = [row for id, document in connection.execute(some).all() for row in _rows(id, document)]
        if rows:
            connection.execute(sa.insert(spot), rows)


def _rows(id: str, document: str) -> list[dict[str, Any]]:
    spots = enumerate(json.loads(document).get("spots", ()))
    return [
        {"id": identifier("hsds", id, "service_at_location", str(at)), "service": id, "position": at, "commune": each["commune"]}
        for at, each in spots
    ]


def downgrade() -> None:
    op.drop_table("service_spot")
