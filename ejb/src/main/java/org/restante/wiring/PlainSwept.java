package org.restante.wiring;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something of plain Java that is swept from then on when it is first asked for. Thread-safe.
 *
 * @param <T> what it is
 */
final class PlainSwept<T> implements Supplier<T>, AutoCloseable {

    private static final String JPA = "jpa";
    private static final String MEMORY = "memory";

    private final Supplier<T> maker;
    private final Function<T, Sweeper> sweeping;
    private @Nullable T made;
    private @Nullable DaemonSweeper sweeper;
    private boolean closed;

    PlainSwept(Supplier<T> maker, Function<T, Sweeper> sweeping) {
        this.maker = maker;
        this.sweeping = sweeping;
    }

    /** Whether the adapter that a setting names can be opened: nothing or one problem. */
    static List<String> problems(String setting, String adapter, boolean storageInDatabase) {
        return switch (adapter) {
            case MEMORY -> List.of();
            case JPA ->
                storageInDatabase ? List.of() : List.of(setting + " can be jpa only where the storage adapter is");
            default -> List.of(setting + " must be jpa or memory, but is '" + adapter + "'");
        };
    }

    @Override
    public synchronized T get() {
        if (closed) {
            throw new IllegalStateException("it is closed");
        }
        T here = made;
        if (here == null) {
            here = maker.get();
            made = here;
            sweeper = new DaemonSweeper(sweeping.apply(here));
        }
        return here;
    }

    /** Sweeps no more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (sweeper != null) {
            sweeper.close();
        }
    }
}
