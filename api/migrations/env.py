"""Run by Alembic, on the connection it is handed: `api.migrations` has the ways in."""

from alembic import context

import api.attention.tables
import api.directory.tables
import api.escalations.tables
import api.invitations.tables
import api.members
import api.pre_applications.tables
import api.tokens  # noqa: F401  (each names its tables in the metadata)
from api.database import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=False,  # the transaction is the caller's
)
context.run_migrations()
