package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.ResultSet;
import org.restante.chat.DedupeKey;
import org.restante.chat.DedupeStore;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;

/**
 * Dedupe windows as rows. Each mark drops what it sees beyond the limit: while many mark in one room there may be as many too
 * many as there are that mark, and none after the next mark. Thread-safe.
 */
final class DatabaseDedupe implements DedupeStore {

    private final ChatDatabase database;

    DatabaseDedupe(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public boolean contains(ProfileId profile, DedupeKey key) {
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select 1 from restante_chat_dedupe where profile = ? and dedupe_key = ?",
                parameters(profile.value(), key.value()),
                ResultSet::next));
    }

    @Override
    public boolean mark(ProfileId profile, DedupeKey key, int limit) {
        return database.one((sql, connection) -> sql.mark(connection, profile, key, limit));
    }
}
