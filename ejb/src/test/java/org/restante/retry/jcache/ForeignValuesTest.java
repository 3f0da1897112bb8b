package org.restante.retry.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.restante.retry.contract.RetryFixture.NOW;
import static org.restante.retry.contract.RetryFixture.sent;

import com.hazelcast.config.Config;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.cluster.ClusterMember;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryLimits;
import org.restante.retry.contract.RetryFixture;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** A member that is not Restante's puts into its caches what does not belong there. */
@SuppressWarnings("NullAway.Init") // before all tests
@Scenario("R11")
class ForeignValuesTest {

    private static final List<String> BOTH = List.of("127.0.0.1:5871", "127.0.0.1:5872");
    private static final AtomicInteger CODE_RUN = new AtomicInteger();

    private static ClusterMember own;
    private static ClusterMember foreign;

    private final List<UnreadableEntry> told = new ArrayList<>();
    private final ProfileId profile = Fresh.profile();

    @BeforeAll
    static void start() {
        own = ClusterMember.start(JCacheRetryCacheTest.config(5871, BOTH));
        Config trusting = JCacheRetryCacheTest.config(5872, BOTH);
        trusting.getSerializationConfig().setJavaSerializationFilterConfig(null);
        foreign = ClusterMember.start(trusting);
        await().until(() -> own.size() == 2 && foreign.size() == 2);
    }

    @AfterAll
    static void stop() {
        foreign.close();
        own.close();
    }

    @BeforeEach
    void nothingRunYet() {
        CODE_RUN.set(0);
    }

    @Test
    void theForeignObjectIsReadByWhoeverIsNotProtected() {
        offer(new Gadget());

        assertThat(foreignMessages().get(key())).isInstanceOf(Gadget.class);
        assertThat(CODE_RUN).hasPositiveValue();
    }

    @ParameterizedTest
    @MethodSource("objectStreams")
    void anObjectOfAForeignClassIsRefusedBeforeItsCodeRuns(Object value) {
        offer(value);

        assertThatExceptionOfType(HazelcastSerializationException.class)
                .isThrownBy(
                        () -> own.caches().getCache(RetryCachesConfig.MESSAGES).get(key()))
                .satisfies(refusal -> assertThat(refusal).hasStackTraceContaining("SecurityException"));
        assertThatItIsToldAsUnreadableAndCanBeReplaced();
        assertThat(CODE_RUN).hasValue(0);
    }

    static Stream<Arguments> objectStreams() {
        return Stream.<Object>of(
                        new Gadget(),
                        new ExternalizableGadget(),
                        new Object[] {"of a trusted class", new Gadget()},
                        new ArrayList<>(List.of(new Gadget())))
                .map(value -> Arguments.of(value));
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void whatIsNoMessageIsToldAsUnreadable(Object value) {
        offer(value);

        assertThatItIsToldAsUnreadableAndCanBeReplaced();
        assertThat(CODE_RUN).hasValue(0);
    }

    static Stream<Object> otherValues() throws IOException {
        return Stream.of(
                "text",
                7L,
                new byte[0],
                new byte[7],
                laterThan(NOW, new byte[100]),
                laterThan(NOW, objectStream()),
                new Plain(1));
    }

    @Test
    void aMessageThatWasDamagedOnTheWayIsToldAsUnreadable() {
        RetryCache cache = cache();
        cache.put("m", sent(NOW));
        byte[] stored = (byte[]) foreignMessages().get(key());

        for (int length = 0; length < stored.length; length++) {
            told.clear();
            foreignMessages().put(key(), laterThan(NOW, Arrays.copyOfRange(stored, Math.min(8, length), length)));
            assertThat(cache.get("m")).isEmpty();
            assertThat(told).hasSize(1);
        }
        byte[] flipped = stored.clone();
        flipped[flipped.length - 1] ^= 1;
        foreignMessages().put(key(), flipped);
        assertThat(cache.get("m")).isEmpty();
        assertThat(told).hasSize(2);
    }

    private void assertThatItIsToldAsUnreadableAndCanBeReplaced() {
        RetryCache cache = cache();
        assertThat(cache.get("m")).isEmpty();
        assertThat(told).singleElement().satisfies(entry -> {
            assertThat(entry.key().profile()).isEqualTo(profile);
            assertThat(entry.key().key()).isEqualTo("m");
            assertThat(entry.reason()).isNotBlank();
        });

        cache.put("m", sent(NOW));
        assertThat(cache.get("m")).contains(sent(NOW));
    }

    private void offer(Object value) {
        foreignMessages().put(key(), value);
    }

    private MessageKey key() {
        return new MessageKey(profile.value(), "m");
    }

    private static Cache<Object, Object> foreignMessages() {
        return foreign.caches().getCache(RetryCachesConfig.MESSAGES);
    }

    private RetryCache cache() {
        RetryLimits limits = new RetryLimits(5, Duration.ofMinutes(1));
        RetryCaches caches = new RetryCaches(
                new JCacheRetryCacheAdapter(own.caches()),
                new EntryCodec(PayloadCipher.none()),
                told::add,
                new RetryCaches.Conduct(any -> limits, new RetryCaches.Caps(1000, 5), List.of(), new TestClock(NOW)));
        return RetryFixture.cache(caches, profile);
    }

    private static byte[] laterThan(long timestamp, byte[] bytes) {
        return ByteBuffer.allocate(Long.BYTES + bytes.length)
                .putLong(timestamp + 1)
                .put(bytes)
                .array();
    }

    private static byte[] objectStream() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        }
        return bytes.toByteArray();
    }

    /** Runs code when it is read. */
    private static final class Gadget implements Serializable {

        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            CODE_RUN.incrementAndGet();
        }
    }

    /** The same in the other way that Java has. */
    public static final class ExternalizableGadget implements Externalizable {

        private static final long serialVersionUID = 1;

        @Override
        public void writeExternal(ObjectOutput out) {
            // it has no state
        }

        @Override
        public void readExternal(ObjectInput in) {
            CODE_RUN.incrementAndGet();
        }
    }

    /** What Hazelcast writes field by field. */
    private static final class Plain {

        private final int number;

        Plain(int number) {
            this.number = number;
        }

        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Plain that && number == that.number;
        }
    }
}
