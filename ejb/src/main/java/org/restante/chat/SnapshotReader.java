package org.restante.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.restante.entry.ProfileId;

/** Reads the JSON of a snapshot and hands on what is in it, one thing after the other; holds names only, to see them once. */
final class SnapshotReader {

    private final JsonParser parser;
    private final ProfileId profile;
    private final ChatCodec codec;
    private final SnapshotStore.Sink sink;

    private SnapshotReader(JsonParser parser, ProfileId profile, ChatCodec codec, SnapshotStore.Sink sink) {
        this.parser = parser;
        this.profile = profile;
        this.codec = codec;
        this.sink = sink;
    }

    /** @throws InvalidSnapshotException with the path of the first fault */
    static void read(InputStream in, ProfileId profile, ChatCodec codec, SnapshotStore.Sink sink) throws IOException {
        try (JsonParser parser = SnapshotFormat.JSON.createParser(in)) {
            new SnapshotReader(parser, profile, codec, sink).read();
        }
    }

    private void read() throws IOException {
        try {
            whole();
        } catch (JsonProcessingException | CharConversionException e) {
            // neither Jackson's message nor the cause: they may quote the value
            throw fault("is not JSON, is cut off or has a name twice");
        }
    }

    private void whole() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "must be an object");
        Set<String> missing = new LinkedHashSet<>(SnapshotFormat.REQUIRED);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            missing.remove(name);
            parser.nextToken();
            section(name);
        }
        for (String name : missing) {
            throw new InvalidSnapshotException(
                    JsonPointer.empty().appendProperty(name).toString(), "must be there");
        }
        require(parser.nextToken() == null, "must have nothing behind it");
    }

    private void section(String name) throws IOException {
        switch (name) {
            case SnapshotFormat.VERSION ->
                require(
                        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                                && parser.getText().equals(String.valueOf(ChatSnapshots.VERSION)),
                        "must be " + ChatSnapshots.VERSION);
            case SnapshotFormat.TAKEN_AT -> takenAt();
            case SnapshotFormat.SUBSCRIPTIONS -> texts(this::subscription);
            case SnapshotFormat.DEDUPE -> texts(key -> sink.dedupe(new DedupeKey(key)));
            case SnapshotFormat.THREADS -> states(ValueStore.Kind.THREAD);
            case SnapshotFormat.CHANNELS -> states(ValueStore.Kind.CHANNEL);
            case SnapshotFormat.LOCKS -> locks();
            default -> throw fault("is not a field that is known here");
        }
    }

    private void takenAt() throws IOException {
        try {
            Instant.parse(parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "");
        } catch (DateTimeParseException e) {
            throw fault("must be a time of ISO-8601");
        }
    }

    private void subscription(String thread) {
        sink.subscription(new ValueStore.Cell(profile, ValueStore.Kind.SUBSCRIPTION, thread).name());
    }

    private void texts(Consumer<String> each) throws IOException {
        Set<String> seen = new HashSet<>();
        require(parser.currentToken() == JsonToken.START_ARRAY, "must be an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.VALUE_STRING, "must be a text");
            String text = parser.getText();
            require(seen.add(text), "is there twice");
            checked(() -> {
                each.accept(text);
                return text;
            });
        }
    }

    private void states(ValueStore.Kind kind) throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "must be an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String id = parser.currentName();
            require(parser.nextToken() == JsonToken.START_OBJECT, "must be an object");
            Map<String, Object> state = SnapshotFormat.JSON.readValue(parser, SnapshotFormat.MAP);
            byte[] content =
                    checked(() -> codec.encode(ChatCodec.Place.of(new ValueStore.Cell(profile, kind, id)), state));
            if (kind == ValueStore.Kind.THREAD) {
                sink.thread(id, content);
            } else {
                sink.channel(id, content);
            }
        }
    }

    private void locks() throws IOException {
        Set<String> seen = new HashSet<>();
        require(parser.currentToken() == JsonToken.START_ARRAY, "must be an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.START_OBJECT, "must be an object");
            JsonPointer path = parser.getParsingContext().pathAsPointer();
            SnapshotNode node = SnapshotNode.of(SnapshotFormat.JSON.readTree(parser), path, SnapshotFormat.LOCK_FIELDS);
            SnapshotLock lock = new SnapshotLock(profile, codec, node);
            if (!seen.add(lock.key())) {
                throw node.fault(SnapshotFormat.KEY, "is there twice");
            }
            lock.writeTo(sink);
        }
    }

    private <T> T checked(Supplier<T> work) {
        return SnapshotNode.checked(path(), work, "");
    }

    private void require(boolean fine, String problem) {
        if (!fine) {
            throw fault(problem);
        }
    }

    private InvalidSnapshotException fault(String problem) {
        return new InvalidSnapshotException(path(), problem);
    }

    /** Where the parser is. */
    private String path() {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
