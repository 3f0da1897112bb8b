package org.restante.wiring;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.restante.metering.Meter;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetrySource;
import org.restante.storage.UnreadableEntry;

/**
 * What {@link PlainRestante} is built from. Changed copies come from the {@code with} methods.
 *
 * @param settings texts by the same names as in a server, {@code restante.schema.mode} and so on
 * @param dataSource a pool of connections to H2 or PostgreSQL, needed by the adapter {@code jpa} only
 * @param onUnreadable is told of each entry that was found and could not be read
 * @param retries what retry caches need beside the settings
 * @param meter is told what is done
 */
public record PlainOptions(
        Map<String, String> settings,
        @Nullable DataSource dataSource,
        Consumer<UnreadableEntry> onUnreadable,
        Retries retries,
        Meter meter) {

    /**
     * What retry caches are built from beside the settings.
     *
     * @param adapter an adapter that is already built, whatever the settings name; whoever built it closes it
     * @param sources what is asked for messages that the cache has not
     */
    public record Retries(@Nullable RetryCacheAdapter adapter, List<RetrySource> sources) {

        public Retries {
            sources = List.copyOf(sources);
        }
    }

    public PlainOptions {
        settings = Map.copyOf(settings);
    }

    /** No settings, no database, nobody to tell. */
    public static PlainOptions defaults() {
        return new PlainOptions(Map.of(), null, unreadable -> {}, new Retries(null, List.of()), Meter.NONE);
    }

    /** These options with that database. */
    public PlainOptions withDataSource(DataSource pool) {
        return new PlainOptions(settings, pool, onUnreadable, retries, meter);
    }

    /** These options with those settings and no others. */
    public PlainOptions withSettings(Map<String, String> texts) {
        return new PlainOptions(texts, dataSource, onUnreadable, retries, meter);
    }

    /** These options with that listener. */
    public PlainOptions withOnUnreadable(Consumer<UnreadableEntry> listener) {
        return new PlainOptions(settings, dataSource, listener, retries, meter);
    }

    /** These options with that adapter of the retry caches. */
    public PlainOptions withRetryAdapter(RetryCacheAdapter adapter) {
        return new PlainOptions(settings, dataSource, onUnreadable, new Retries(adapter, retries.sources()), meter);
    }

    /** These options with those sources behind the retry caches and no others. */
    public PlainOptions withRetrySources(RetrySource... sources) {
        return new PlainOptions(
                settings, dataSource, onUnreadable, new Retries(retries.adapter(), List.of(sources)), meter);
    }

    /** These options with that meter. */
    public PlainOptions withMeter(Meter listener) {
        return new PlainOptions(settings, dataSource, onUnreadable, retries, listener);
    }
}
