"""Services are numbered as they come, so that any page of all of them is found at once.

Nothing here may rebuild the table: on SQLite that would erase what refers to it, and so every service's history.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("service", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    service = sa.table("service", sa.column("id"), sa.column("number"))
    connection = op.get_bind()
    for number, id in enumerate(connection.scalars(sa.select(service.c.id).order_by(service.c.id)).all(), 1):
        connection.execute(service.update().where(service.c.id == id).values(number=number))
    op.create_index("service_by_number", "service", ["number"], unique=True)


def downgrade() -> None:
    op.drop_index("service_by_number", "service")
    op.execute("ALTER TABLE service DROP COLUMN number")
