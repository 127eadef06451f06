"""Services are found by the papers that they ask for, and turned over by page from an index alone.

Nothing here may rebuild the table: on SQLite that would erase what refers to it, and so every service's history.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("service", sa.Column("papers", sa.String(), nullable=False, server_default="any"))
    _fill()
    op.drop_index("ix_service_commune", "service")
    op.drop_index("ix_service_organization", "service")
    op.drop_index("ix_service_category_category", "service_category")
    op.create_index("service_by_commune", "service", ["commune", "id"])
    op.create_index("service_by_organization", "service", ["organization", "id"])
    op.create_index("service_by_papers", "service", ["papers", "id"])
    op.create_index("service_by_category", "service_category", ["category", "service"])


def _fill() -> None:
    service = sa.table("service", sa.column("id"), sa.column("papers"), sa.column("document"))
    connection = op.get_bind()
    for id, document in connection.execute(sa.select(service.c.id, service.c.document)).all():
        papers = json.loads(document)["papers"]
        if papers != "any":
            connection.execute(service.update().where(service.c.id == id).values(papers=papers))


def downgrade() -> None:
    op.drop_index("service_by_category", "service_category")
    op.drop_index("service_by_papers", "service")
    op.drop_index("service_by_organization", "service")
    op.drop_index("service_by_commune", "service")
    op.create_index("ix_service_category_category", "service_category", ["category"])
    op.create_index("ix_service_organization", "service", ["organization"])
    op.create_index("ix_service_commune", "service", ["commune"])
    op.execute("ALTER TABLE service DROP COLUMN papers")
