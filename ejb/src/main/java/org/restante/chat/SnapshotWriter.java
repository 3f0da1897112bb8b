package org.restante.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Content;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.ProfileId;

/**
 * Writes what it is given, one thing after the other, as the JSON of a snapshot; what the stream throws comes out unchecked.
 * What cannot be decoded is an {@link UnreadableValueException}: a snapshot without it would lose it.
 */
final class SnapshotWriter implements SnapshotStore.Sink {

    private static final List<String> SECTIONS = List.of(
            SnapshotFormat.SUBSCRIPTIONS,
            SnapshotFormat.DEDUPE,
            SnapshotFormat.THREADS,
            SnapshotFormat.CHANNELS,
            SnapshotFormat.LOCKS);

    private final ProfileId profile;
    private final ChatCodec codec;
    private final JsonGenerator json;

    /** The section that is open; -1 before the first. */
    private int section = -1;

    /** The lock that is open, null where none is. */
    private @Nullable Open open;

    private SnapshotWriter(ProfileId profile, ChatCodec codec, JsonGenerator json) {
        this.profile = profile;
        this.codec = codec;
        this.json = json;
    }

    /**
     * A lock to which more is written.
     *
     * @param handled whether what waits are messages for a handler, and no metadata
     */
    private record Open(ConversationKey key, boolean handled) {}

    /** Writes the whole of a profile. What fails before there is much of it has written nothing. */
    static void write(ProfileId profile, ChatStates states, OutputStream out) throws IOException {
        JsonGenerator json = SnapshotFormat.JSON.createGenerator(out);
        SnapshotWriter writer = new SnapshotWriter(profile, states.codec(), json);
        try {
            writer.begin(states.now());
            states.adapter().snapshots().read(profile, writer);
            writer.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        json.close(); // not after a failure, since it writes what is held
    }

    private void begin(Instant takenAt) throws IOException {
        json.writeStartObject();
        json.writeNumberField(SnapshotFormat.VERSION, ChatSnapshots.VERSION);
        json.writeStringField(SnapshotFormat.TAKEN_AT, takenAt.toString());
    }

    private void end() throws IOException {
        proceed(SECTIONS.size());
        json.writeEndObject();
    }

    @Override
    public void subscription(String thread) {
        in(SnapshotFormat.SUBSCRIPTIONS, () -> json.writeString(thread));
    }

    @Override
    public void dedupe(DedupeKey key) {
        in(SnapshotFormat.DEDUPE, () -> json.writeString(key.value()));
    }

    @Override
    public void thread(String id, byte[] state) {
        in(SnapshotFormat.THREADS, () -> state(new ValueStore.Cell(profile, ValueStore.Kind.THREAD, id), state));
    }

    @Override
    public void channel(String id, byte[] state) {
        in(SnapshotFormat.CHANNELS, () -> state(new ValueStore.Cell(profile, ValueStore.Kind.CHANNEL, id), state));
    }

    private void state(ValueStore.Cell cell, byte[] state) throws IOException {
        json.writeFieldName(cell.name());
        map(codec.decodeMap(ChatCodec.Place.of(cell), state));
    }

    @Override
    public void lock(String key, @Nullable String handler, @Nullable StoredLock lock) {
        in(SnapshotFormat.LOCKS, () -> {
            endLock();
            open = new Open(new ConversationKey(profile, key), handler != null);
            json.writeStartObject();
            json.writeStringField(SnapshotFormat.KEY, key);
            text(SnapshotFormat.HANDLER, handler);
            text(SnapshotFormat.OWNER, lock == null ? null : lock.owner());
            text(SnapshotFormat.SINCE, lock == null ? null : lock.since());
            text(SnapshotFormat.LEASE_UNTIL, lock == null ? null : lock.leaseUntil());
            text(SnapshotFormat.LEASE, lock == null ? null : lock.lease());
            json.writeArrayFieldStart(SnapshotFormat.PENDING);
        });
    }

    @Override
    public void pending(StoredPending entry) {
        Open lock = open;
        if (lock == null) {
            throw new IllegalStateException("an entry waits for no lock");
        }
        in(SnapshotFormat.LOCKS, () -> {
            json.writeStartObject();
            json.writeStringField(SnapshotFormat.OWNER, entry.owner());
            json.writeStringField(SnapshotFormat.STRATEGY, entry.strategy().text());
            what(lock, entry);
            text(SnapshotFormat.ENQUEUED_AT, entry.enqueuedAt());
            text(SnapshotFormat.EXPIRES_AT, entry.expiresAt().equals(StoredPending.NEVER) ? null : entry.expiresAt());
            json.writeEndObject();
        });
    }

    private void what(Open lock, StoredPending entry) throws IOException {
        ChatCodec.Place place = ChatCodec.Place.of(lock.key);
        if (!lock.handled) {
            json.writeFieldName(SnapshotFormat.METADATA);
            map(codec.decodeMap(place, entry.content()));
            return;
        }
        Content content = codec.decode(place, Content.class, entry.content());
        json.writeObjectFieldStart(SnapshotFormat.CONTENT);
        json.writeStringField(SnapshotFormat.MEDIA_TYPE, content.mediaType());
        json.writeBinaryField(SnapshotFormat.BYTES, content.bytes());
        json.writeEndObject();
    }

    private void text(String field, @Nullable Object value) throws IOException {
        json.writeStringField(field, value == null ? null : value.toString());
    }

    private void map(Map<String, Object> map) throws IOException {
        SnapshotFormat.JSON.writeValue(json, map);
    }

    private void endLock() throws IOException {
        if (open != null) {
            json.writeEndArray();
            json.writeEndObject();
            open = null;
        }
    }

    private void in(String name, Writing writing) {
        try {
            proceed(SECTIONS.indexOf(name));
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the sections before that one, also those of which nothing came, and begins it. */
    private void proceed(int wanted) throws IOException {
        while (section < wanted) {
            if (section >= 0) {
                endLock();
                end(SECTIONS.get(section));
            }
            section++;
            if (section < SECTIONS.size()) {
                begin(SECTIONS.get(section));
            }
        }
    }

    private void begin(String name) throws IOException {
        json.writeFieldName(name);
        if (isObject(name)) {
            json.writeStartObject();
        } else {
            json.writeStartArray();
        }
    }

    private void end(String name) throws IOException {
        if (isObject(name)) {
            json.writeEndObject();
        } else {
            json.writeEndArray();
        }
    }

    private static boolean isObject(String name) {
        return name.equals(SnapshotFormat.THREADS) || name.equals(SnapshotFormat.CHANNELS);
    }

    private interface Writing {
        void run() throws IOException;
    }
}
