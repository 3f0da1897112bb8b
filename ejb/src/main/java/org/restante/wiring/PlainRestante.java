package org.restante.wiring;

import java.util.function.Consumer;
import org.restante.Restante;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.storage.StorageAdapter;
import org.restante.storage.UnreadableEntry;

/** Builds {@link Restante} in plain Java, without a container. */
public final class PlainRestante {

    private PlainRestante() {}

    /**
     * Over an adapter that is already built; whoever built it closes it.
     *
     * @param onUnreadable is told of each entry that was found and could not be read
     */
    public static Restante over(StorageAdapter adapter, PayloadCipher cipher, Consumer<UnreadableEntry> onUnreadable) {
        return new Engine(adapter, new EntryCodec(cipher), onUnreadable);
    }

    /** Over an adapter that is already built, without encryption. */
    public static Restante over(StorageAdapter adapter) {
        return over(adapter, PayloadCipher.none(), unreadable -> {});
    }
}
