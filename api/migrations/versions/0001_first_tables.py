"""The api's first tables."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _invitation()
    _pre_application()
    _token()
    _handed_evidence()
    _membership()


def _invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("role IN ('support', 'reviewer', 'committee')", name="invitation_role_known"),
        sa.CheckConstraint("(commune IS NULL) <> (role IS NULL)", name="invitation_is_for_one"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_expires_at"), ["expires_at"], unique=False)


def _pre_application() -> None:
    op.create_table(
        "pre_application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("profile IN ('inicial', 'con_experiencia', 'revalidacion')", name="known_profile"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("commune", "round", name="one_of_each_round"),
        sa.UniqueConstraint("idempotency_key"),
        sa.UniqueConstraint("reference"),
        sa.UniqueConstraint("replaces"),
    )
    with op.batch_alter_table("pre_application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pre_application_received_at"), ["received_at"], unique=False)


def _token() -> None:
    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("role IN ('bot', 'support', 'reviewer', 'committee', 'directory', 'admin')", name="known_role"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )


def _handed_evidence() -> None:
    op.create_table(
        "handed_evidence",
        sa.Column("pre_application", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pre_application"], ["pre_application.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pre_application", "sha256"),
    )
    with op.batch_alter_table("handed_evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handed_evidence_sha256"), ["sha256"], unique=False)


def _membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("commune", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("invitation", sa.Integer(), nullable=True),
        sa.CheckConstraint("role IN ('support', 'reviewer', 'committee')", name="membership_role_known"),
        sa.CheckConstraint("(commune IS NULL) <> (role IS NULL)", name="membership_is_of_one"),
        sa.ForeignKeyConstraint(["invitation"], ["invitation.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person", "commune", name="once_in_a_commune"),
        sa.UniqueConstraint("person", "role", name="once_in_a_role"),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_commune"), ["commune"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_invitation"), ["invitation"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_invitation"))
        batch_op.drop_index(batch_op.f("ix_membership_commune"))

    op.drop_table("membership")
    with op.batch_alter_table("handed_evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handed_evidence_sha256"))

    op.drop_table("handed_evidence")
    op.drop_table("token")
    with op.batch_alter_table("pre_application", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pre_application_received_at"))

    op.drop_table("pre_application")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_expires_at"))

    op.drop_table("invitation")
