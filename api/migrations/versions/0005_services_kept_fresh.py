"""What readers doubt, what officials propose, and how many found nothing."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _doubt()
    _proposal()
    _count()


def _doubt() -> None:
    op.create_table(
        "service_doubt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_service_doubt_service", "service_doubt", ["service"], unique=False)


def _proposal() -> None:
    op.create_table(
        "service_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('confirmed', 'edited', 'added')", name="service_proposal_kind_known"),
        sa.CheckConstraint("state IN ('waiting', 'approved', 'refused')", name="service_proposal_state_known"),
        sa.ForeignKeyConstraint(["service"], ["service.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    for name in ("service", "state", "person", "decided_at"):
        op.create_index(f"ix_service_proposal_{name}", "service_proposal", [name], unique=False)


def _count() -> None:
    op.create_table(
        "service_count",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("month", "commune", "category", "language", "ending")),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "commune", "category", "language", "ending"),
    )
    op.create_table(
        "service_count_batch",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )


def downgrade() -> None:
    for table in ("service_count_batch", "service_count", "service_proposal", "service_doubt"):
        op.drop_table(table)
