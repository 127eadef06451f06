"""Cases with their entries, and what municipalities do with their dossiers."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _escalation()
    _entry()
    _activity()


def _escalation() -> None:
    op.create_table(
        "escalation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("hat", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=True),
        sa.Column("profile", sa.String(), nullable=True),
        sa.Column("stood_place", sa.String(), nullable=True),
        sa.Column("stood_question", sa.String(), nullable=True),
        sa.Column("stood_said", sa.Text(), nullable=True),
        sa.Column("verification", sa.Text(), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=False),
        sa.Column("erased_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('question', 'verification', 'distress')", name="escalation_kind_known"),
        sa.CheckConstraint("hat IN ('official', 'neighbour')", name="escalation_hat_known"),
        sa.CheckConstraint("profile IN ('inicial', 'con_experiencia', 'revalidacion')", name="escalation_profile_known"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("idempotency_key"),
        sa.UniqueConstraint("reference"),
    )
    with op.batch_alter_table("escalation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_escalation_commune"), ["commune"], unique=False)
        batch_op.create_index(batch_op.f("ix_escalation_opened_at"), ["opened_at"], unique=False)
        batch_op.create_index("ix_escalation_person_hat", ["person", "hat"], unique=False)


ENTRY_KINDS = "kind IN ('asked', 'claimed', 'answered', 'noted', 'passed_on', 'edited', 'closed', 'reopened', 'rated')"


def _entry() -> None:
    op.create_table(
        "escalation_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("escalation", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("attachments", sa.Text(), nullable=False),
        sa.Column("edits", sa.Integer(), nullable=True),
        sa.Column("passed_to", sa.String(), nullable=True),
        sa.Column("helped", sa.Boolean(), nullable=True),
        sa.CheckConstraint(ENTRY_KINDS, name="entry_kind_known"),
        sa.CheckConstraint("side IN ('person', 'staff')", name="entry_side_known"),
        sa.CheckConstraint("side = 'staff' OR staff IS NULL", name="entry_is_of_one_side"),
        sa.ForeignKeyConstraint(["escalation"], ["escalation.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["edits"], ["escalation_entry.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("idempotency_key"),
    )
    with op.batch_alter_table("escalation_entry", schema=None) as batch_op:
        batch_op.create_index("ix_escalation_entry_thread", ["escalation", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_escalation_entry_staff"), ["staff"], unique=False)


def _activity() -> None:
    op.create_table(
        "municipality_activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("unmet_essential", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('opened', 'answered', 'handed_over', 'help_offered', 'help_declined')", name="activity_kind_known"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("commune", "at", "kind", name="each_report_once"),
    )
    with op.batch_alter_table("municipality_activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_municipality_activity_at"), ["at"], unique=False)


def downgrade() -> None:
    for table in ("municipality_activity", "escalation_entry", "escalation"):
        op.drop_table(table)
