"""Runs the revisions on the connection it is given, inside the transaction that connection is in."""

from alembic import context

from ptman.models import Noun

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Noun.metadata, render_as_batch=True, transactional_ddl=False)
context.run_migrations()
