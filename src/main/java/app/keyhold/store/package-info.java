/// How a Region is kept: the interfaces of `kms` and `audit` over an encrypted SQLite file, and over memory for tests.
///
/// Reads go through a view of the newest committed state, on connections of their own. The one writer begins a
/// transaction, runs each call's writes inside a savepoint, appends the audit row that lists their digests, and commits
/// the group. Every row is digested, every change is in the chain, so [SqliteRegion#check] can name a row that was put
/// back. Everything known about the driver stands in [EncryptedDatabase]; nothing of SQL leaves this room.
@NullMarked
package app.keyhold.store;

import org.jspecify.annotations.NullMarked;
