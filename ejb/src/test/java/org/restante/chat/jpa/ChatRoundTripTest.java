package org.restante.chat.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.debounce;
import static org.restante.chat.contract.Results.freed;
import static org.restante.chat.contract.Results.next;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.reject;
import static org.restante.chat.contract.Results.released;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockToken;
import org.restante.chat.contract.ChatFixture;
import org.restante.entry.ProfileId;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.RoundTrips;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/**
 * How many statements each operation sends, counted below the pool of connections. H2, which is in this process, is sent more
 * where PostgreSQL does several things in one.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class ChatRoundTripTest {

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private RoundTrips trips;
    private JpaFixture database;
    private ChatState state;
    private ConversationLocks locks;

    @BeforeEach
    void open() {
        trips = new RoundTrips(kind);
        database = new JpaFixture(trips.dataSource(), JpaFixture.SETTINGS);
        state = ChatFixture.over(new DatabaseChatAdapter(database.statements()), clock)
                .of(new ProfileId("p"));
        locks = state.locks();
        state.isSubscribed("t"); // so that the database is known
    }

    @AfterEach
    void close() {
        database.close();
        trips.close();
    }

    @Test
    void aFreeLockIsOneStatementAndTheFirstOfAConversationTwo() {
        assertThat(statements(() -> acquired(locks.lock("a", reject("o"))))).isEqualTo(2);
        assertThat(statements(() -> acquired(locks.lock("b", queue("m"))))).isEqualTo(on(1, 2));
        locks.forceRelease("a");
        locks.forceRelease("b");
        assertThat(statements(() -> acquired(locks.lock("a", reject("o"))))).isEqualTo(1);
        assertThat(statements(() -> acquired(locks.lock("b", queue("m"))))).isEqualTo(1);
    }

    @Test
    void aLockThatIsRejectedOrReleasedWhereNothingWaitsBeginsNoTransaction() {
        LockToken token = acquired(locks.lock("k", reject("a")));

        assertThat(demarcations(() -> locks.lock("k", reject("b")))).isEmpty();
        assertThat(demarcations(() -> locks.extend("k", token, ChatFixture.LEASE)))
                .isEmpty();
        assertThat(demarcations(() -> released(locks.release("k", token)))).isEmpty();
        assertThat(demarcations(() -> acquired(locks.lock("k", reject("b"))))).isEmpty();
    }

    @Test
    void aBusyLockIsTwoStatementsAndToWaitForItThree() {
        LockToken token = acquired(locks.lock("k", reject("a")));

        assertThat(statements(() -> locks.lock("k", reject("b")))).isEqualTo(2);
        assertThat(statements(() -> queued(locks.lock("k", queue("m")), 1))).isEqualTo(on(3, 6));
        assertThat(statements(() -> locks.lock("k", debounce("m")))).isEqualTo(on(3, 6));
        assertThat(statements(() -> locks.extend("k", token, ChatFixture.LEASE)))
                .isEqualTo(1);
    }

    @Test
    void toTakeTheNextIsThreeStatementsAndToFindNoneOne() {
        LockToken first = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);

        assertThat(statements(() -> next(locks.releaseOrTakeNext("k", first), "m")))
                .isEqualTo(3);
        LockToken second = acquired(locks.lock("other", reject("a")));
        assertThat(statements(() -> freed(locks.releaseOrTakeNext("other", second))))
                .isEqualTo(1);
    }

    @Test
    void aReleaseIsOneStatementWhereNothingWaitsAndThreeWhereSomethingDoes() {
        LockToken token = acquired(locks.lock("k", reject("a")));
        assertThat(statements(() -> released(locks.release("k", token)))).isEqualTo(1);

        LockToken other = acquired(locks.lock("k", reject("a")));
        queued(locks.lock("k", queue("m")), 1);
        assertThat(statements(() -> released(locks.release("k", other), "m"))).isEqualTo(3);
    }

    @Test
    void aMarkAndALookForOneAreOneStatementEach() {
        assertThat(statements(() -> state.markDedupe("r:1"))).isEqualTo(on(1, 3));
        assertThat(statements(() -> state.markDedupe("r:1"))).isEqualTo(on(1, 2));
        assertThat(statements(() -> state.isDuplicate("r:1"))).isEqualTo(1);
    }

    @Test
    void subscriptionsStatesAndValuesAreOneStatementEach() {
        List<Runnable> operations = List.of(
                () -> state.subscribe("t"),
                () -> state.isSubscribed("t"),
                () -> state.unsubscribe("t"),
                () -> state.putThreadState("t", Map.of("a", 1)),
                () -> state.threadState("t"),
                () -> state.putChannelState("t", Map.of("a", 1)),
                () -> state.channelState("t"),
                () -> state.values().set("k", "v", null),
                () -> state.values().setIfAbsent("k", "v", null),
                () -> state.values().get("k", String.class),
                () -> state.values().delete("k"));

        assertThat(operations).allSatisfy(operation -> {
            assertThat(statements(operation)).isEqualTo(1);
            assertThat(demarcations(operation)).isEmpty();
        });
    }

    private int on(int postgres, int h2) {
        return kind == TestDatabase.H2 ? h2 : postgres;
    }

    private int statements(Runnable work) {
        return (int) trips.during(work).statements().stream()
                .filter(ChatRoundTripTest::travels)
                .count();
    }

    private List<String> demarcations(Runnable work) {
        return trips.during(work).demarcations();
    }

    /** On H2 the bound of waiting is set by statements of its own, which go nowhere: the database is in this process. */
    private static boolean travels(String statement) {
        return !statement.contains("lock_timeout");
    }
}
