package org.restante.web.chat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.restante.codec.Content;

/** Answers with JSON that was kept, to the byte. */
final class RawAnswer {

    private static final byte[] NULL = bytes("null");

    private RawAnswer() {}

    /** {@code {"items":[…]}}. */
    static byte[] items(List<Content> items) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(bytes("{\"items\":["));
        for (int at = 0; at < items.size(); at++) {
            if (at > 0) {
                json.write(',');
            }
            json.writeBytes(RawJson.of(items.get(at)));
        }
        json.writeBytes(bytes("]}"));
        return json.toByteArray();
    }

    /** {@code {"entry":…,"depth":n}}. */
    static byte[] taken(Content entry, int depth) {
        return taken(RawJson.of(entry), depth);
    }

    /** The same where nothing was. */
    static byte[] nothing() {
        return taken(NULL, 0);
    }

    private static byte[] taken(byte[] entry, int depth) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(bytes("{\"entry\":"));
        json.writeBytes(entry);
        json.writeBytes(bytes(",\"depth\":" + depth + "}"));
        return json.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
