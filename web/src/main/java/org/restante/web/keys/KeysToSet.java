package org.restante.web.keys;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Content;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.Batch;

/** Which keys a request changes, by type and id; null deletes. */
record KeysToSet(Map<String, @Nullable Map<String, byte @Nullable []>> valuesByType) {

    Batch batch() {
        Batch batch = new Batch();
        valuesByType.forEach((type, values) -> {
            if (values == null) {
                throw new InvalidInputException(type, "must be an object of ids and values");
            }
            add(batch, Namespaces.named(type, Content.class), values);
        });
        return batch;
    }

    private static void add(Batch batch, Namespace<Content> type, Map<String, byte @Nullable []> values) {
        values.forEach((id, bytes) -> {
            if (bytes == null) {
                batch.delete(type, id);
            } else {
                batch.put(type, id, new Content(Content.OCTET_STREAM, bytes));
            }
        });
    }
}
