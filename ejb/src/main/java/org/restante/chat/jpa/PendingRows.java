package org.restante.chat.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.restante.chat.ConversationKey;
import org.restante.chat.LockStrategy;
import org.restante.chat.StoredPending;
import org.restante.time.Micros;

/** Entries that wait, as rows. */
final class PendingRows {

    /** The columns of an entry, in the order in which they are read. */
    static final String COLUMNS = "entry, owner, strategy, content, enqueued_at, expires_at";

    private PendingRows() {}

    static StoredPending read(ResultSet row) throws SQLException {
        return new StoredPending(
                row.getLong(1),
                row.getString(2),
                LockStrategy.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getBytes(4),
                Micros.toInstant(row.getLong(5)),
                Micros.toInstant(row.getLong(6)));
    }

    /** All of them in order, whatever the order of the rows is. */
    static List<StoredPending> all(ResultSet rows) throws SQLException {
        List<StoredPending> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(read(rows));
        }
        entries.sort(Comparator.comparingLong(StoredPending::number));
        return entries;
    }

    /**
     * The parameters of an insert behind all others: profile, key, {@link #COLUMNS} with the place of the others' times, and
     * what counts them.
     *
     * @param countedAfterwards whether they are counted once more
     */
    static Object[] arriving(ConversationKey key, ChatSql.Enqueued enqueued, boolean countedAfterwards) {
        StoredPending entry = enqueued.entry();
        String profile = key.profile().value();
        List<Object> values = new ArrayList<>(List.of(profile, key.key(), entry.number(), entry.owner()));
        values.add(entry.strategy().text());
        values.add(entry.content());
        values.addAll(List.of(Micros.of(entry.enqueuedAt()), profile, key.key(), Micros.of(entry.expiresAt())));
        values.addAll(List.of(profile, key.key(), enqueued.now(), enqueued.most()));
        if (countedAfterwards) {
            values.addAll(List.of(profile, key.key(), enqueued.now()));
        }
        return values.toArray();
    }

    /** The parameters of an insert: profile, key and {@link #COLUMNS}. */
    static Object[] values(ConversationKey key, StoredPending entry) {
        return new Object[] {
            key.profile().value(),
            key.key(),
            entry.number(),
            entry.owner(),
            entry.strategy().text(),
            entry.content(),
            Micros.of(entry.enqueuedAt()),
            Micros.of(entry.expiresAt())
        };
    }
}
