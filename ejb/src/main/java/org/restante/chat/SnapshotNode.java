package org.restante.chat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/** An object in a snapshot: its fields, and where it is. */
record SnapshotNode(JsonNode node, JsonPointer path) {

    /** Times are kept as microseconds, and 0 is that of a lock which nobody has. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** @throws InvalidSnapshotException when it is no object of just these fields */
    static SnapshotNode of(JsonNode node, JsonPointer path, Set<String> fields) {
        if (!node.isObject()) {
            throw new InvalidSnapshotException(path.toString(), "must be an object");
        }
        SnapshotNode read = new SnapshotNode(node, path);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw read.fault(name, "is not a field that is known here");
            }
        }
        for (String field : new TreeSet<>(fields)) {
            if (!node.has(field)) {
                throw read.fault(field, "must be there");
            }
        }
        return read;
    }

    /** Whether a field that not all such objects have is one of this. */
    boolean has(String field) {
        return node.has(field);
    }

    boolean isNull(String field) {
        return node.get(field).isNull();
    }

    String text(String field) {
        JsonNode value = node.get(field);
        if (!value.isTextual()) {
            throw fault(field, "must be a text");
        }
        return value.textValue();
    }

    Instant time(String field) {
        Instant time;
        try {
            time = Instant.parse(text(field));
        } catch (DateTimeParseException e) {
            throw fault(field, "must be a time of ISO-8601, for example 2026-05-04T03:02:01Z");
        }
        if (!time.isAfter(Instant.EPOCH) || time.isAfter(LAST)) {
            throw fault(field, "must be after " + Instant.EPOCH + " and not after " + LAST);
        }
        return time;
    }

    /** The length of a lease. */
    Duration lease(String field) {
        Duration lease;
        try {
            lease = Duration.parse(text(field));
        } catch (DateTimeParseException e) {
            throw fault(field, "must be a duration of ISO-8601, for example PT30S");
        }
        return checked(field, () -> LockRequest.requireLease(lease));
    }

    /** A text that is a key, or as long as one. */
    String key(String field) {
        String key = text(field);
        return checked(field, () -> {
            EntryKey.requireKey(field, key);
            return key;
        });
    }

    /** An object of just these fields. */
    SnapshotNode object(String field, Set<String> fields) {
        return of(node.get(field), path.appendProperty(field), fields);
    }

    Map<String, Object> map(String field) {
        JsonNode value = node.get(field);
        if (!value.isObject()) {
            throw fault(field, "must be an object");
        }
        return SnapshotFormat.JSON.convertValue(value, SnapshotFormat.MAP);
    }

    JsonNode array(String field) {
        JsonNode value = node.get(field);
        if (!value.isArray()) {
            throw fault(field, "must be an array");
        }
        return value;
    }

    /** What is refused in a field. */
    InvalidSnapshotException fault(String field, String problem) {
        return new InvalidSnapshotException(path.appendProperty(field).toString(), problem);
    }

    /** Does what refuses input that breaks a limit. */
    <T> T checked(String field, Supplier<T> work) {
        return checked(path.appendProperty(field).toString(), work, field);
    }

    /** The same for what is at that path, and which the work calls so. */
    static <T> T checked(String path, Supplier<T> work, String called) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            String message = String.valueOf(e.getMessage());
            String name = e.field().isEmpty() ? called : e.field();
            throw new InvalidSnapshotException(
                    path, message.startsWith(name + " ") ? message.substring(name.length() + 1) : message);
        }
    }
}
