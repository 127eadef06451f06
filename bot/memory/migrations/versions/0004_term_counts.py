"""What was asked for without a good answer, in the terms of the vocabulary, until the api has it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OF = ("month", "commune", "term", "batch")


def upgrade() -> None:
    op.create_table(
        "term_count",
        *(sa.Column(name, sa.Text(), nullable=False) for name in _OF),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*_OF),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("term_count")
