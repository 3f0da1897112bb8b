package org.restante.wiring;

import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.restante.storage.UnreadableEntry;

/**
 * What {@link PlainRestante} is built from. Changed copies come from the {@code with} methods.
 *
 * @param settings texts by the same names as in a server, {@code restante.schema.mode} and so on
 * @param dataSource a pool of connections to H2 or PostgreSQL, needed by the adapter {@code jpa} only
 * @param onUnreadable is told of each entry that was found and could not be read
 */
public record PlainOptions(
        Map<String, String> settings, @Nullable DataSource dataSource, Consumer<UnreadableEntry> onUnreadable) {

    public PlainOptions {
        settings = Map.copyOf(settings);
    }

    /** No settings, no database, nobody to tell. */
    public static PlainOptions defaults() {
        return new PlainOptions(Map.of(), null, unreadable -> {});
    }

    /** These options with that database. */
    public PlainOptions withDataSource(DataSource pool) {
        return new PlainOptions(settings, pool, onUnreadable);
    }

    /** These options with those settings and no others. */
    public PlainOptions withSettings(Map<String, String> texts) {
        return new PlainOptions(texts, dataSource, onUnreadable);
    }

    /** These options with that listener. */
    public PlainOptions withOnUnreadable(Consumer<UnreadableEntry> listener) {
        return new PlainOptions(settings, dataSource, listener);
    }
}
