package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ValueStore;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/** Values as rows. Thread-safe. */
final class DatabaseValues implements ValueStore {

    private final ChatDatabase database;

    DatabaseValues(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public byte @Nullable [] get(Cell cell, Instant now) {
        Optional<byte[]> found = database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select content from restante_chat_value where profile = ? and kind = ? and name = ? and expires_at > ?",
                parameters(cell.profile().value(), cell.kind().text(), cell.name(), Micros.of(now)),
                row -> row.next() ? Optional.of(row.getBytes(1)) : Optional.<byte[]>empty()));
        return found.orElse(null);
    }

    @Override
    public void put(Cell cell, Expiring value) {
        database.one((sql, connection) -> {
            sql.putValue(
                    connection,
                    cell.profile().value(),
                    cell.kind().text(),
                    cell.name(),
                    value.bytes(),
                    ChatDatabase.end(value.until()));
            return cell;
        });
    }

    @Override
    public boolean putIfAbsent(Cell cell, Expiring value, Instant now) {
        return database.one((sql, connection) -> sql.putValueIfAbsent(
                connection,
                cell.profile().value(),
                cell.kind().text(),
                cell.name(),
                value.bytes(),
                ChatDatabase.end(value.until()),
                Micros.of(now)));
    }

    @Override
    public int count(ProfileId profile, Kind kind, int most) {
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select count(*) from (select 1 from restante_chat_value where profile = ? and kind = ?"
                        + " fetch first ? rows only) v",
                parameters(profile.value(), kind.text(), most),
                row -> row.next() ? row.getInt(1) : 0));
    }

    @Override
    public void delete(Cell cell) {
        database.one((sql, connection) -> BoundedSql.update(
                connection,
                "delete from restante_chat_value where profile = ? and kind = ? and name = ?",
                parameters(cell.profile().value(), cell.kind().text(), cell.name())));
    }
}
