"""Services that people can use, and every change of them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _service()
    _category()
    _change()


def _service() -> None:
    op.create_table(
        "service",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organization", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("modified_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("status IN ('active', 'temporarily closed', 'inactive', 'defunct')", name="service_status_known"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_commune"), ["commune"], unique=False)
        batch_op.create_index(batch_op.f("ix_service_modified_at"), ["modified_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_service_organization"), ["organization"], unique=False)


def _category() -> None:
    op.create_table(
        "service_category",
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["service"], ["service.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("service", "category"),
    )
    with op.batch_alter_table("service_category", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_category_category"), ["category"], unique=False)


def _change() -> None:
    op.create_table(
        "service_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('added', 'edited', 'confirmed', 'imported')", name="service_change_kind_known"),
        sa.ForeignKeyConstraint(["service"], ["service.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("service_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_change_service"), ["service"], unique=False)


def downgrade() -> None:
    op.drop_table("service_change")
    op.drop_table("service_category")
    op.drop_table("service")
