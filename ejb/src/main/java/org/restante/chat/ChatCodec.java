package org.restante.chat;

import java.util.Map;
import org.restante.codec.EntryCodec;
import org.restante.codec.Envelope;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** From values to what adapters keep, and back; a ciphertext is bound to its place. Thread-safe. */
final class ChatCodec {

    private final EntryCodec codec;

    ChatCodec(EntryCodec codec) {
        this.codec = codec;
    }

    /** @throws InvalidInputException naming {@code value} when it cannot be encoded */
    byte[] encode(Place place, Object value) {
        return codec.encode(place.entry(), value).joined();
    }

    /** @throws UnreadableValueException when it is not one of that type */
    <V> V decode(Place place, Class<V> type, byte[] stored) {
        return codec.decode(place.entry(), Namespace.of(place.kind(), type), Envelope.split(stored));
    }

    /** @throws UnreadableValueException when it is not a map */
    Map<String, Object> decodeMap(Place place, byte[] stored) {
        return codec.decode(place.entry(), Namespace.ofMaps(place.kind()), Envelope.split(stored));
    }

    /**
     * Where a value is.
     *
     * @param kind of place: one for each table and kind
     */
    record Place(ProfileId profile, String kind, String name) {

        static Place of(ValueStore.Cell cell) {
            return new Place(cell.profile(), "chat-" + cell.kind().text(), cell.name());
        }

        static Place of(SeriesStore.Series series) {
            return new Place(series.profile(), "chat-" + series.kind().text(), series.key());
        }

        static Place of(ConversationKey lock) {
            return new Place(lock.profile(), "chat-pending", lock.key());
        }

        private EntryKey entry() {
            return new EntryKey(profile, kind, name);
        }
    }
}
