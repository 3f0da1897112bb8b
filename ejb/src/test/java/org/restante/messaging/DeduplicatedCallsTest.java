package org.restante.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.Restante;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.DedupKey;
import org.restante.dedup.PatientClaims;
import org.restante.dedup.Receipt;
import org.restante.entry.InvalidInputException;
import org.restante.lease.LeaseKeeper;
import org.restante.messaging.Deduplicated.Mode;
import org.restante.messaging.Deduplicated.OnDuplicate;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainRestante;

/** What annotations say, of methods that a container calls. */
@SuppressWarnings("NullAway.Init") // before each test
class DeduplicatedCallsTest {

    private static final String NAMESPACE = "methods";

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final Methods methods = new Methods();

    private JpaFixture database;
    private Restante restante;
    private DeduplicatedCalls calls;

    @BeforeEach
    void open() {
        database = new JpaFixture(TestDatabase.H2);
        restante = PlainRestante.over(database.adapter());
        calls = new DeduplicatedCalls(
                restante::dedup,
                new Deduplication(PatientClaims.system(), new LeaseKeeper(executor), database.transactions()));
    }

    @AfterEach
    void close() {
        executor.shutdownNow();
        database.close();
    }

    /** What a key can be asked of. */
    public record Order(String id, @Nullable Integer number) {

        public @Nullable Integer getNumber() {
            return number;
        }
    }

    /** A bean's. */
    @Deduplicated(namespace = NAMESPACE, mode = Mode.INDEPENDENT, onDuplicate = OnDuplicate.RECEIPT)
    public static class Methods {

        private int runs;

        public void ofClass(Message message) {
            runs++;
            new CurrentHandling().receipt(Receipt.of("run " + runs));
        }

        @Deduplicated(namespace = NAMESPACE, property = "orderId", mode = Mode.INDEPENDENT)
        public void byProperty(Message message) {
            runs++;
        }

        @Deduplicated(namespace = NAMESPACE, expression = "argument", mode = Mode.INDEPENDENT)
        public CompletionStage<String> later(String key) {
            runs++;
            return new CompletableFuture<>();
        }

        @Deduplicated(namespace = NAMESPACE, property = "JMSCorrelationID", mode = Mode.INDEPENDENT)
        public void byCorrelation(Message message) {
            runs++;
        }

        @Deduplicated(namespace = NAMESPACE, expression = "argument.number", mode = Mode.INDEPENDENT)
        public int byBeanProperty(Order order) {
            return ++runs;
        }

        @Deduplicated(
                namespace = NAMESPACE,
                expression = "arguments[0].id().concat('/').concat(arguments[1])",
                mode = Mode.INDEPENDENT,
                onDuplicate = OnDuplicate.RECEIPT)
        public Map<String, List<@Nullable Order>> byAll(Order order, String part) {
            runs++;
            List<@Nullable Order> orders = new ArrayList<>();
            orders.add(order);
            orders.add(null);
            return Map.of("run " + runs, orders);
        }

        @Deduplicated(
                namespace = NAMESPACE,
                expression = "argument",
                mode = Mode.INDEPENDENT,
                onDuplicate = OnDuplicate.RECEIPT)
        public @Nullable String nothing(String key) {
            runs++;
            return null;
        }

        @Deduplicated(
                namespace = NAMESPACE,
                expression = "argument",
                mode = Mode.INDEPENDENT,
                onDuplicate = OnDuplicate.RECEIPT)
        public String twoReceipts(String key) {
            new CurrentHandling().receipt(Receipt.none());
            return key;
        }

        @Deduplicated(namespace = NAMESPACE, expression = "argument")
        public void joined(String key) {
            runs++;
        }

        @Deduplicated(namespace = NAMESPACE, property = "a", expression = "b", mode = Mode.INDEPENDENT)
        public void twoKeys(String key) {
            runs++;
        }

        @Deduplicated(namespace = NAMESPACE, expression = "argument", patience = "soon", mode = Mode.INDEPENDENT)
        public void impatient(String key) {
            runs++;
        }

        @Deduplicated(namespace = NAMESPACE, expression = "argument", maxAttempts = 3, mode = Mode.INDEPENDENT)
        public void noQueue(String key) {
            runs++;
        }

        @Deduplicated(namespace = NAMESPACE, expression = "argument.", mode = Mode.INDEPENDENT)
        public void noExpression(String key) {
            runs++;
        }
    }

    @Test
    void theAnnotationOfAClassHoldsAlsoForClassesThatAreDerivedFromIt() throws Exception {
        Message message = ReceivedMessage.of(Map.of("JMSMessageID", "ID:1"));
        Methods derived = new Methods() {};

        calls.around(PlainInvocation.of(derived, "ofClass", message), duplicates::add);
        calls.around(PlainInvocation.of(methods, "ofClass", message), duplicates::add);

        assertThat(derived.runs).isEqualTo(1);
        assertThat(methods.runs).isZero();
        assertThat(duplicates)
                .containsExactly(new Duplicate(new DedupKey(NAMESPACE, "ID:1"), Receipt.of("run 1"), message));
    }

    @Test
    void thatOfTheMethodGoesFirst() throws Exception {
        Message message = ReceivedMessage.of(Map.of("JMSMessageID", "ID:1", "orderId", 17, "JMSCorrelationID", "c"));

        call("byProperty", message);
        call("byCorrelation", message);
        call("byCorrelation", message);

        assertThat(methods.runs).isEqualTo(2);
        assertThat(restante.dedup(NAMESPACE).lookup("17")).containsInstanceOf(Completed.class);
        assertThat(restante.dedup(NAMESPACE).lookup("c")).containsInstanceOf(Completed.class);
        assertThat(duplicates).isEmpty();
    }

    @Test
    void whoSkipsIsGivenTheZeroOfItsType() throws Exception {
        assertThat(call("byBeanProperty", new Order("a", 5))).isEqualTo(1);
        assertThat(call("byBeanProperty", new Order("b", 5))).isEqualTo(0);
        assertThat(call("byBeanProperty", new Order("a", 6))).isEqualTo(2);
    }

    @Test
    void theResultIsKeptAndGivenToDuplicates() throws Exception {
        Object first = call("byAll", new Order("a", 1), "x");

        assertThat(call("byAll", new Order("a", 2), "x")).isEqualTo(first);
        assertThat(call("byAll", new Order("a", 1), "y")).isNotEqualTo(first);
        assertThat(call("nothing", "nothing")).isNull();
        assertThat(call("nothing", "nothing")).isNull();
        assertThat(methods.runs).isEqualTo(3);
        assertThat(duplicates).isEmpty();
    }

    @Test
    void aMethodWhoseResultIsTheReceiptSetsNoOther() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> call("twoReceipts", "key"))
                .withMessageContaining("twoReceipts");

        assertThat(restante.dedup(NAMESPACE).lookup("key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"byProperty", "byCorrelation"})
    void aMessageWithoutTheKeyIsNotHandled(String method) {
        Message message = ReceivedMessage.of(Map.of("JMSMessageID", "ID:1", "orderId", ""));

        assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> call(method, message));
        assertThat(methods.runs).isZero();
    }

    @Test
    void aKeyThatIsNullOrTooLongIsNotHandled() {
        assertThatExceptionOfType(MissingKeyException.class)
                .isThrownBy(() -> call("byBeanProperty", new Order("a", null)))
                .withMessageContaining("argument.number");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> call("nothing", "x".repeat(513)))
                .withMessageContaining("key");
        assertThat(methods.runs).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "joined, transaction",
        "twoKeys, exclude each other",
        "impatient, 'patience must be an ISO duration such as PT30S, but is ''soon'''",
        "noQueue, maxAttempts needs a deadLetterQueue",
        "noExpression, argument.",
        "byProperty, must be a JMS message",
        "later, has not ended when it returns",
    })
    void whatMakesNoSenseIsSaidWithTheNameOfTheMethod(String method, String problem) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> call(method, "key"))
                .withMessageContaining("Methods." + method + "(")
                .withMessageContaining(problem);
        assertThat(methods.runs).isZero();
    }

    @Test
    void noTextShowsAKeyOrAnArgumentInFull() {
        Duplicate duplicate = new Duplicate(new DedupKey(NAMESPACE, "4915112345678"), Receipt.of("secret"), "argument");

        assertThat(duplicate.toString()).doesNotContain("5678", "secret", "argument");
    }

    private @Nullable Object call(String method, @Nullable Object... arguments) throws Exception {
        return calls.around(PlainInvocation.of(methods, method, arguments), duplicates::add);
    }
}
