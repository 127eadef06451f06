"""What was asked for without a good answer is counted in the terms of the vocabulary, too."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "service_term_count",
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "commune", "term"),
    )


def downgrade() -> None:
    op.drop_table("service_term_count")
