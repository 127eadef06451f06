"""How many asked about services, until the api has it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OF = ("month", "commune", "category", "language", "ending", "batch")


def upgrade() -> None:
    op.create_table(
        "question_count",
        *(sa.Column(name, sa.Text(), nullable=False) for name in _OF),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*_OF),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("question_count")
