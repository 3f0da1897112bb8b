package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.codec.Bytes;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.storage.Expected;
import org.restante.storage.Storage;
import org.restante.testing.Allocation;
import org.restante.testing.Scenario;

/** Large values are written out of the arrays they came in; not for adapters that have the store in this process. */
public interface SegmentsContract extends StorageFixture {

    Namespace<Content> BODIES = Namespace.of("bodies", Content.class);

    @Test
    @Scenario("S1")
    default void aLargeValueIsPutWithoutAnotherCopyOfIt() {
        Storage storage = freshStorage();
        storage.put(BODIES, "k", inSegments(3, 200_000)); // what is made once is not part of it

        for (Content content : List.of(inSegments(16, 1 << 20), inSegments(1, 16 << 20))) {
            int half = content.payload().length() / 2;
            assertThat(Allocation.during(() -> storage.put(BODIES, "k", content)))
                    .isLessThan(half);
            assertThat(Allocation.during(() -> storage.put(BODIES, "k", content, Expected.present())))
                    .isLessThan(half);
            assertThat(storage.get(BODIES, "k")).contains(content);
        }
    }

    /** Random bytes in segments of that length. */
    static Content inSegments(int segments, int length) {
        Random random = new Random(1);
        return new Content(
                Content.OCTET_STREAM,
                Bytes.of(Stream.generate(() -> new byte[length])
                        .limit(segments)
                        .peek(random::nextBytes)
                        .toArray(byte[][]::new)));
    }
}
