"""The tables of the conversation. Moments of work are seconds since 1970, moments of the domain ISO 8601 in UTC."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()

# An update has Telegram's number; the outcome of an errand has a negative one, made from the errand's own id.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("received_at", Double, nullable=False),
    Column("handled_at", Double),
    Column("attempts", Integer, nullable=False, default=0),
    Column("parked", Boolean, nullable=False, default=False),
)
Index(
    "inbox_waiting", inbox.c.update_id, sqlite_where=inbox.c.handled_at.is_(None), postgresql_where=inbox.c.handled_at.is_(None)
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("seen_at", Double, nullable=False),
    sqlite_with_rowid=False,
)

dossier = Table(
    "dossier", metadata, Column("key", Text, primary_key=True), Column("header", Text, nullable=False), sqlite_with_rowid=False
)

answer = Table(
    "answer",
    metadata,
    Column("dossier", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("dossier", "question"),
    sqlite_with_rowid=False,
)

piece = Table(
    "piece",
    metadata,
    Column("dossier", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("item", Integer),
    PrimaryKeyConstraint("dossier", "id"),
    sqlite_with_rowid=False,
)

# `purpose` keeps a second errand of the same purpose out: one hand-over per dossier and round, one fetching per piece …
# Of a `queue` (empty: none) only the errand with the lowest `number` is run: what is brought to a room keeps its order.
# `sealed` is what was first sent under the errand's id: a new edition or translation must not make it another body.
errand = Table(
    "errand",
    metadata,
    Column("id", Text, primary_key=True),
    Column("purpose", Text, unique=True),
    Column("body", Text, nullable=False),
    Column("sealed", Text),
    Column("lane", Text, nullable=False),
    Column("dossier", Text, nullable=False),
    Column("made_at", Double, nullable=False),
    Column("due", Double, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("dead", Boolean, nullable=False, default=False),
    Column("queue", Text, nullable=False, server_default=""),
    Column("number", Integer, nullable=False, server_default="0"),
)
Index("errand_due", errand.c.due)
Index("errand_queue", errand.c.queue, errand.c.number)

# `after` is the person's own message that this answers, `pressed` the message whose button they pressed; 0 for none.
outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("chat", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("content", LargeBinary),
    Column("after", BigInteger, nullable=False),
    Column("pressed", BigInteger, nullable=False),
    Column("due", Double, nullable=False),
    Column("farewell", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,  # a number is never used again: whoever still sends the old message must not take out a new one
)
Index("outbox_chat", outbox.c.chat, outbox.c.id)

# The living screen of a chat and the last message of ours below it. An unreachable person blocked us.
living = Table(
    "living",
    metadata,
    Column("chat", Text, primary_key=True),
    Column("message", BigInteger, nullable=False),
    Column("below", BigInteger, nullable=False),
    Column("unreachable", Boolean, nullable=False, default=False),
    sqlite_with_rowid=False,
)

# Files that were fetched; `put_at` once the api has them.
spool = Table(
    "spool",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("kept_at", Double, nullable=False),
    Column("put_at", Double),
    sqlite_with_rowid=False,
)

# What only this installation knows, such as the key that makes a person's name for the api out of their number.
secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

# How many asked about services, and how it ended; a `batch` is on its way to the api under that name.
question_count = Table(
    "question_count",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("month", "commune", "category", "language", "ending", "batch")),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# In how many of those without a good answer a term of our vocabulary was meant. Nothing here is a word of somebody's.
term_count = Table(
    "term_count",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("month", "commune", "term", "batch")),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# A case as its topic in the support room shows it; what was said in it is the api's. `id` is the api's, `holder` the name of who
# took it. `opening` counts the topics that were asked for, `title` is the topic's name as we last set it.
case = Table(
    "case",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("hat", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("commune", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("thread", BigInteger, nullable=False),
    Column("card", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("opening", Integer, nullable=False),
    Column("closed_at", Double),
    sqlite_with_rowid=False,
)
Index("case_person", case.c.person)
Index("case_thread", case.c.chat, case.c.thread)

# Which message became which on the other side; `target_message` 0 while it is on its way. `tries` counts the sendings of which
# it is not known whether they arrived. An `entry` is the api's number of what was said, 0 until it has it. `at` is when it was
# written, and once it was brought, when that was.
relay = Table(
    "relay",
    metadata,
    Column("source_chat", BigInteger, nullable=False),
    Column("source_message", BigInteger, nullable=False),
    Column("case", Text, nullable=False),
    Column("album", Text, nullable=False),
    Column("reply_to", BigInteger, nullable=False),
    Column("is_note", Boolean, nullable=False),
    Column("entry", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("target_chat", BigInteger, nullable=False),
    Column("target_message", BigInteger, nullable=False),
    Column("at", Double, nullable=False),
    PrimaryKeyConstraint("source_chat", "source_message"),
    sqlite_with_rowid=False,
)
Index("relay_case", relay.c.case)
Index("relay_album", relay.c.album, sqlite_where=relay.c.album != "", postgresql_where=relay.c.album != "")
Index(
    "relay_target",
    relay.c.target_chat,
    relay.c.target_message,
    unique=True,
    sqlite_where=relay.c.target_message != 0,
    postgresql_where=relay.c.target_message != 0,
)
