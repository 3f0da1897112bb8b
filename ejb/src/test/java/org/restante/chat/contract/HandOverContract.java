package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.NextResult;
import org.restante.chat.QueueBound;
import org.restante.entry.ProfileId;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Nothing that waits is left behind by those who set the lock free. */
public interface HandOverContract extends ChatFixture {

    int PRODUCERS = 20;
    int MESSAGES = 200;
    int CONVERSATIONS = 5;

    @Test
    @Scenario("C9")
    default void everyMessageIsHandledOnceAndInOrder() {
        ProfileId profile = ChatFixture.profile();
        List<Conversation> conversations = IntStream.range(0, CONVERSATIONS)
                .mapToObj(number -> new Conversation("c" + number))
                .toList();

        Race.of(threads(), PRODUCERS, producer -> {
            ConversationLocks locks = states().of(profile).locks();
            for (int n = 0; n < MESSAGES; n++) {
                conversations.get(n % CONVERSATIONS).send(locks, new Message(producer, n));
            }
            return producer;
        });

        for (int number = 0; number < CONVERSATIONS; number++) {
            conversations.get(number).assertHandledInOrder(number);
        }
        assertThat(states().of(profile).locks().live()).isEmpty();
    }

    /** What somebody sends, and how many he sent before. */
    record Message(int producer, int number) {

        static Message of(Map<String, Object> metadata) {
            return new Message((int) Objects.requireNonNull(metadata.get("producer")), (int)
                    Objects.requireNonNull(metadata.get("number")));
        }

        Map<String, Object> metadata() {
            return Map.of("producer", producer, "number", number);
        }
    }

    /** A conversation whose messages are handled by whoever gets its lock. */
    record Conversation(String key, List<Message> handled, AtomicInteger handling) {

        private static final QueueBound BOUND =
                QueueBound.DEFAULT.withSize(QueueBound.MAX_SIZE).withTimeToLive(Duration.ofHours(1));

        Conversation(String key) {
            this(key, Collections.synchronizedList(new ArrayList<>()), new AtomicInteger());
        }

        /** The message waits, or it is handled with all that come to wait meanwhile. */
        void send(ConversationLocks locks, Message message) {
            LockResult result = locks.lock(
                    key,
                    LockRequest.of("producer " + message.producer(), LockStrategy.QUEUE)
                            .withMetadata(message.metadata())
                            .withBound(BOUND));
            if (result instanceof LockResult.Acquired acquired) {
                handle(message);
                LockToken token = Objects.requireNonNull(acquired.token());
                while (locks.releaseOrTakeNext(key, token) instanceof NextResult.Next next) {
                    handle(Message.of(next.entry().metadata()));
                    token = next.token();
                }
            } else {
                assertThat(result).isInstanceOf(LockResult.Queued.class);
            }
        }

        private void handle(Message message) {
            assertThat(handling.incrementAndGet()).isEqualTo(1);
            handled.add(message);
            handling.decrementAndGet();
        }

        /** Each producer's messages, as they were sent to the conversation of that number. */
        void assertHandledInOrder(int number) {
            Map<Integer, List<Integer>> byProducer = new HashMap<>();
            handled.forEach(message -> byProducer
                    .computeIfAbsent(message.producer(), unknown -> new ArrayList<>())
                    .add(message.number()));
            List<Integer> sent = Stream.iterate(number, n -> n < MESSAGES, n -> n + CONVERSATIONS)
                    .toList();
            assertThat(byProducer)
                    .hasSize(PRODUCERS)
                    .allSatisfy((producer, numbers) -> assertThat(numbers).isEqualTo(sent));
        }
    }
}
