package org.restante.chat.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.restante.chat.ChatState;

/** Snapshots in and out of tests. */
public final class Snapshots {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Snapshots() {}

    /** What is written of that state. */
    public static JsonNode of(ChatState state) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            state.snapshots().write(out);
            return JSON.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without the time at which it was taken. */
    public static String content(ChatState state) {
        return ((ObjectNode) of(state)).without("takenAt").toString();
    }

    public static void restore(ChatState state, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            state.snapshots().restore(() -> new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
