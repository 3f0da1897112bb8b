package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.chat.SeriesStore;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/** Lists and queues as rows: one that numbers their items, and which is locked while they change, and one for each item. */
final class DatabaseSeries implements SeriesStore {

    private static final String WHERE = " where profile = ? and kind = ? and name = ?";

    private static final String AND_NAMED = " and i.kind = ? and i.name = ?";

    private final ChatDatabase database;

    DatabaseSeries(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public int append(Series series, byte[] item, Bounds bounds, Instant now) {
        Object[] place = place(series);
        ChatSql.Growth growth = new ChatSql.Growth(Micros.of(now), ChatDatabase.end(bounds.until()), bounds.length());
        return database.several((sql, connection) -> {
            long[] numbers = sql.append(connection, place, growth);
            insert(connection, series, numbers[1], item);
            if (numbers[0] > 1) {
                BoundedSql.write(
                        connection,
                        "delete from restante_chat_item" + WHERE + " and item < ?",
                        parameters(place[0], place[1], place[2], numbers[0]));
            }
            return Math.toIntExact(numbers[1] - numbers[0] + 1);
        });
    }

    private static void insert(Connection connection, Series series, long number, byte[] item) throws SQLException {
        BoundedSql.write(
                connection,
                "insert into restante_chat_item (profile, kind, name, item, content) values (?, ?, ?, ?, ?)",
                parameters(series.profile().value(), series.kind().text(), series.key(), number, item));
    }

    @Override
    public Optional<First> take(Series series, Instant now) {
        Object[] place = place(series);
        return database.several((sql, connection) -> {
            long[] numbers = BoundedSql.writeAnd(
                    connection,
                    sql.updated(
                            "update restante_chat_series set first_item = first_item + 1" + WHERE
                                    + " and first_item <= last_item and expires_at > ?",
                            "first_item, last_item"),
                    parameters(place[0], place[1], place[2], Micros.of(now)),
                    row -> row.next() ? new long[] {row.getLong(1), row.getLong(2)} : new long[0]);
            return numbers.length == 0 ? Optional.<First>empty() : Optional.of(taken(sql, connection, place, numbers));
        });
    }

    private static First taken(ChatSql sql, Connection connection, Object[] place, long[] numbers) throws SQLException {
        byte[] item = BoundedSql.writeAnd(
                connection,
                sql.deleted("delete from restante_chat_item" + WHERE + " and item = ?", "content"),
                parameters(place[0], place[1], place[2], numbers[0] - 1),
                row -> {
                    row.next();
                    return row.getBytes(1);
                });
        return new First(item, Math.toIntExact(numbers[1] - numbers[0] + 1));
    }

    @Override
    public List<byte[]> list(Series series, Instant now) {
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select i.content from restante_chat_series s join restante_chat_item i on i.profile = s.profile"
                        + " and i.kind = s.kind and i.name = s.name and i.item >= s.first_item"
                        + " where s.profile = ? and s.kind = ? and s.name = ? and s.expires_at > ? order by i.item",
                parameters(series.profile().value(), series.kind().text(), series.key(), Micros.of(now)),
                rows -> {
                    List<byte[]> items = new ArrayList<>();
                    while (rows.next()) {
                        items.add(rows.getBytes(1));
                    }
                    return items;
                }));
    }

    @Override
    public int length(Series series, Instant now) {
        return database.one((sql, connection) -> BoundedSql.query(
                connection,
                "select last_item - first_item + 1 from restante_chat_series" + WHERE + " and expires_at > ?",
                parameters(series.profile().value(), series.kind().text(), series.key(), Micros.of(now)),
                row -> row.next() ? row.getInt(1) : 0));
    }

    @Override
    public void delete(Series series) {
        database.several((sql, connection) -> {
            BoundedSql.write(connection, "delete from restante_chat_series" + WHERE, parameters(place(series)));
            return BoundedSql.write(connection, ChatDatabase.DELETE_ITEMS_LEFT + AND_NAMED, parameters(place(series)));
        });
    }

    private static Object[] place(Series series) {
        return new Object[] {series.profile().value(), series.kind().text(), series.key()};
    }
}
