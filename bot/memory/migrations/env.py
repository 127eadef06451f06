"""Alembic's way in: the connection comes from `bot.memory.database.migrate`."""

from alembic import context

from bot.memory.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
