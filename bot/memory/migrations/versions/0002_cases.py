"""Cases in the support room: their topics, which message became which, and errands that wait for one another."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SAID = ("reference", "person", "hat", "kind", "language", "commune", "state", "holder")


def upgrade() -> None:
    _case()
    _relay()
    with op.batch_alter_table("errand", schema=None) as batch_op:
        batch_op.add_column(sa.Column("queue", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_index("errand_queue", ["queue", "number"], unique=False)


def _case() -> None:
    op.create_table(
        "case",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _SAID),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("chat", "thread", "card")),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("case_person", "case", ["person"])
    op.create_index("case_thread", "case", ["chat", "thread"])


def _relay() -> None:
    op.create_table(
        "relay",
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("source_chat", "source_message")),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("album", sa.Text(), nullable=False),
        sa.Column("reply_to", sa.BigInteger(), nullable=False),
        sa.Column("is_note", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("entry", "tries")),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("target_chat", "target_message")),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("source_chat", "source_message"),
        sqlite_with_rowid=False,
    )
    op.create_index("relay_case", "relay", ["case"])
    in_album, arrived = sa.text("album != ''"), sa.text("target_message != 0")
    op.create_index("relay_album", "relay", ["album"], sqlite_where=in_album, postgresql_where=in_album)
    target = ["target_chat", "target_message"]
    op.create_index("relay_target", "relay", target, unique=True, sqlite_where=arrived, postgresql_where=arrived)


def downgrade() -> None:
    with op.batch_alter_table("errand", schema=None) as batch_op:
        batch_op.drop_index("errand_queue")
        batch_op.drop_column("number")
        batch_op.drop_column("queue")
    op.drop_table("relay")
    op.drop_table("case")
