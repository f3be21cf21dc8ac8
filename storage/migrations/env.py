"""Alembic runs this for every step; storage/migrate.py hands over the connection."""

from alembic import context

from storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    # Both databases can take a change of tables back: on SQLite because we begin transactions ourselves.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
