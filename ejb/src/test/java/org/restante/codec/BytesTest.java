package org.restante.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class BytesTest {

    private static final byte[] ARRAY = {1, 2, 3, 4, 5};

    private final Bytes one = Bytes.of(ARRAY);
    private final Bytes several = Bytes.of(new byte[] {1, 2}, new byte[0], new byte[] {3}, new byte[] {4, 5});

    @Test
    void theyAreTheSameHoweverSegmented() throws IOException {
        for (Bytes bytes : List.of(one, several, several.copy())) {
            assertThat(bytes).isEqualTo(one).hasSameHashCodeAs(one);
            assertThat(bytes.length()).isEqualTo(5);
            assertThat(bytes.toArray()).isEqualTo(ARRAY);
            assertThat(bytes.stream().readAllBytes()).isEqualTo(ARRAY);
            assertThat(checksum(bytes)).isEqualTo(checksum(one));
        }
        assertThat(several).isNotEqualTo(Bytes.of(ARRAY, new byte[] {0}));
        assertThat(several).isNotEqualTo(Bytes.of(new byte[] {1, 2, 3, 4, 6}));
    }

    @Test
    void oneArrayIsNotCopiedUnlessItIsAskedFor() {
        assertThat(one.toArray()).isSameAs(ARRAY);
        assertThat(one.copy().toArray()).isNotSameAs(ARRAY);
        assertThat(Bytes.of(new byte[0], ARRAY).toArray()).isSameAs(ARRAY);
    }

    @Test
    void nothingIsOneEmptyArray() throws IOException {
        for (Bytes bytes : List.of(Bytes.of(), Bytes.of(new byte[0], new byte[0]))) {
            assertThat(bytes.toArray()).isEmpty();
            assertThat(bytes.buffers()).hasSize(1);
            assertThat(bytes.stream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void theBuffersAreTheSegmentsAndNobodyWritesThroughThem() {
        assertThat(several.buffers())
                .containsExactly(
                        ByteBuffer.wrap(new byte[] {1, 2}),
                        ByteBuffer.wrap(new byte[] {3}),
                        ByteBuffer.wrap(new byte[] {4, 5}))
                .allMatch(ByteBuffer::isReadOnly);
    }

    @Test
    void theyAreNotTold() {
        assertThat(one).hasToString("5 bytes");
        assertThat(several).hasToString("5 bytes in 3 segments");
    }

    private static long checksum(Bytes bytes) {
        CRC32C crc = new CRC32C();
        bytes.update(crc);
        return crc.getValue();
    }
}
