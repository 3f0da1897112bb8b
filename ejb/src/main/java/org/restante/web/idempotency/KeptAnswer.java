package org.restante.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.restante.dedup.Receipt;

/**
 * An answer as it is kept for those who ask again: a line of JSON, behind it the bytes of the body as they went out.
 *
 * @param head status and headers
 * @param body must not be modified
 */
record KeptAnswer(Head head, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte LINE_END = '\n';

    /**
     * What is before the body.
     *
     * @param headers those that the resource has set
     * @param whole whether the answer could be kept; else only that there was one is known
     */
    record Head(int status, Map<String, List<String>> headers, boolean whole) {

        /** The same without what may be large. */
        KeptAnswer tooLarge() {
            return new KeptAnswer(new Head(status, Map.of(), false), new byte[0]);
        }
    }

    /** Reads what {@link #receipt} has written. */
    static KeptAnswer of(Receipt receipt) {
        ByteBuffer bytes = ByteBuffer.wrap(receipt.bytes());
        int end = 0;
        while (bytes.get(end) != LINE_END) {
            end++;
        }
        try {
            Head head = JSON.readValue(bytes.array(), 0, end, Head.class);
            byte[] body = new byte[bytes.limit() - end - 1];
            bytes.get(end + 1, body);
            return new KeptAnswer(head, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the dedup cache; of an answer that is too large for it, that there was one. */
    Receipt receipt() {
        byte[] line = line();
        if (line.length + 1 + body.length > Receipt.MAX_LENGTH) {
            return head.tooLarge().receipt();
        }
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1 + body.length);
        bytes.put(line).put(LINE_END).put(body);
        return Receipt.of(bytes.array());
    }

    private byte[] line() {
        try {
            return JSON.writeValueAsBytes(head);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
