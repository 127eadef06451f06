"""Services are found by their words in an index, instead of reading every text.

Nothing here may rebuild the table: on SQLite that would erase what refers to it, and so every service's history.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None
_AT_ONCE, _LONGEST = 500, 60
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


def upgrade() -> None:
    word = op.create_table(
        "service_word",
        sa.Column("word", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("service", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "service"),
        sqlite_with_rowid=False,
    )
    _fill(word)
    op.execute("ALTER TABLE service DROP COLUMN words")


def _fill(word: sa.Table) -> None:
    """The texts were kept folded."""
    service = sa.table("service", sa.column("number"), sa.column("words"))
    connection = op.get_bind()
    last = connection.scalar(sa.select(sa.func.max(service.c.number))) or 0
    for start in range(0, last, _AT_ONCE):
        some = service.c.number.between(start + 1, start + _AT_ONCE)
        found = connection.execute(sa.select(service.c.number, service.c.words).where(some)).all()
        rows = [{"word": each, "service": number} for number, texts in found for each in _words(texts)]
        if rows:
            connection.execute(sa.insert(word), rows)


def _words(texts: str) -> list[str]:
    return sorted({each[:_LONGEST] for each in _WORD.findall(texts)})


def downgrade() -> None:
    op.add_column("service", sa.Column("words", sa.Text(), nullable=False, server_default=""))
    op.drop_table("service_word")
