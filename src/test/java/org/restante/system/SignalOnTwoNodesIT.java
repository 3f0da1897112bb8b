package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.Profile;
import org.restante.entry.Namespaces;
import org.restante.example.signal.SignalAccount;
import org.restante.example.signal.SignalRefusalException;
import org.restante.example.signal.SignalSession;
import org.restante.storage.Lookup;
import org.restante.storage.PageRequest;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.state.PreKeyBundle;

/**
 * Messages of libsignal that arrive at two nodes, while the test itself writes the next ones: three processes share the
 * sessions.
 */
@Scenario("K21")
class SignalOnTwoNodesIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MESSAGES_EACH_WAY = 500;
    private static final int ROUNDS = 20;
    private static final int KILLED_IN_ROUND = 10;
    private static final int DELIVERIES_AT_ONCE = 8;
    private static final int PRE_KEYS = 10;

    private final ServerNode a = Nodes.a();
    private final ServerNode b = Nodes.b();
    private final HikariDataSource pool = pool();
    private final PlainRestante restante =
            PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
    private final Profile alice = restante.profile("signal-alice");
    private final Profile bob = restante.profile("signal-bob");
    private final SignalSession withBob = session(alice, bob);
    private final SignalSession withAlice = session(bob, alice);
    private final SignalPost post = new SignalPost();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void bothNodesRun() {
        Nodes.bothRunning();
    }

    @AfterEach
    void close() {
        restante.close();
        pool.close();
    }

    @Test
    void aThousandMessagesAreEachHandledOnceAlthoughANodeIsKilled() throws SignalRefusalException {
        greet();
        long ofAlice = version(withBob);
        long ofBob = version(withAlice);

        List<SignalMessage> written = writeBoth();
        for (int round = 1; round <= ROUNDS + 2; round++) {
            post.load(written);
            List<SignalMessage> next = new ArrayList<>();
            List<Runnable> meanwhile = round < ROUNDS ? List.of(() -> next.addAll(writeBoth())) : List.of();
            if (round == KILLED_IN_ROUND) {
                exchangeWhileOneIsKilled(meanwhile);
            } else {
                exchange(meanwhile);
            }
            written = next;
        }

        assertThat(handled()).containsExactlyInAnyOrderElementsOf(sent).hasSizeGreaterThan(2 * MESSAGES_EACH_WAY);
        int steps = sent.size() - 1; // without the greeting
        assertThat(version(withBob) - ofAlice).isEqualTo(steps);
        assertThat(version(withAlice) - ofBob).isEqualTo(steps);
    }

    @Test
    void aPreKeyThatTwoSendersWereGivenIsUsedOnceOnWhateverNode() throws SignalRefusalException {
        Profile erin = restante.profile("signal-erin");
        List<SignalMessage> first = new ArrayList<>();
        for (int id = 1; id <= PRE_KEYS; id++) {
            PreKeyBundle bundle = new SignalAccount(erin).publish(1, id);
            first.add(firstMessage("signal-carol-" + id, erin, bundle));
            first.add(firstMessage("signal-dave-" + id, erin, bundle));
        }

        List<String> answers = Race.of(
                Executors.defaultThreadFactory(),
                first.size(),
                racer -> first.get(racer).arriveAt(racer % 2 == 0 ? a : b).body());

        assertThat(answers).filteredOn(String::isEmpty).hasSize(PRE_KEYS);
        assertThat(answers)
                .filteredOn(answer -> answer.contains("InvalidKeyIdException"))
                .hasSize(PRE_KEYS);
        assertThat(erin.storage().keys(Namespaces.PRE_KEY, PageRequest.first(1)).keys())
                .isEmpty();
    }

    /** Bob's pre-key is used up, and both have the session. */
    private void greet() throws SignalRefusalException {
        new SignalAccount(alice).publish(1, 7);
        withBob.start(new SignalAccount(bob).publish(1, 7));
        assertThat(write(withBob, "hello").arriveAt(a).statusCode()).isEqualTo(204);
        assertThat(bob.keyStore().get(Namespaces.PRE_KEY, "7")).isEmpty();
    }

    /** Both nodes are brought messages, several at once. */
    private void exchange(List<Runnable> meanwhile) {
        List<Runnable> work = new ArrayList<>(meanwhile);
        for (int i = 0; i < DELIVERIES_AT_ONCE / 2; i++) {
            work.add(() -> post.bringTo(a));
            work.add(() -> post.bringTo(b));
        }
        Race.of(Executors.defaultThreadFactory(), work.size(), racer -> {
            work.get(racer).run();
            return racer;
        });
    }

    /** The same, with a kill of one node between decrypting and handling, and between handling and the commit. */
    private void exchangeWhileOneIsKilled(List<Runnable> meanwhile) {
        SignalMessage decrypted = write(withBob, "is decrypted by the killed node");
        SignalMessage handled = write(withAlice, "is being handled by the killed node");
        List<Runnable> more = new ArrayList<>(meanwhile);
        more.add(() -> hang(decrypted, SignalHangs.DECRYPTED));
        more.add(() -> hang(handled, SignalHangs.HANDLED));
        more.add(() -> {
            await().atMost(LIMIT)
                    .until(
                            () -> Nodes.get(b, SignalServlet.PATH).body(),
                            hanging ->
                                    hanging.contains(SignalHangs.DECRYPTED) && hanging.contains(SignalHangs.HANDLED));
            b.kill();
            assertThat(decrypted.arriveAt(a).statusCode()).isEqualTo(204);
        });
        exchange(more);

        b.start();
        assertThat(handled.arriveAt(b).statusCode()).isEqualTo(204);
        exchange(List.of()); // what the killed node has not acknowledged, and nobody has brought again yet
    }

    private void hang(SignalMessage message, String moment) {
        assertThatThrownBy(() -> message.hangAt(b, moment)).isInstanceOf(UncheckedIOException.class);
    }

    /** Both sides' messages for one round. */
    private List<SignalMessage> writeBoth() {
        List<SignalMessage> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES_EACH_WAY / ROUNDS; i++) {
            messages.add(write(withBob, "to bob"));
            messages.add(write(withAlice, "to alice"));
        }
        return messages;
    }

    private SignalMessage write(SignalSession sender, String text) {
        String unique = text + " " + UUID.randomUUID();
        sent.add(unique);
        return SignalMessage.by(sender, unique);
    }

    private SignalMessage firstMessage(String sender, Profile receiver, PreKeyBundle bundle)
            throws SignalRefusalException {
        Profile profile = restante.profile(sender);
        new SignalAccount(profile).publish(1, 1);
        SignalSession session = session(profile, receiver);
        session.start(bundle);
        return SignalMessage.by(session, "hello from " + sender);
    }

    /** The texts of all messages, each as often as it was handled. */
    private List<String> handled() {
        List<String> texts = new ArrayList<>();
        for (Profile profile : List.of(alice, bob)) {
            for (String id : profile.storage()
                    .keys(SignalHandler.HANDLED, PageRequest.first(PageRequest.MAX_LIMIT))
                    .keys()) {
                texts.add(profile.storage().get(SignalHandler.HANDLED, id, "none"));
            }
        }
        return texts;
    }

    /** Rises by one with each step of the ratchet that is committed. */
    private static long version(SignalSession session) {
        String id = session.peer().getName() + "." + session.peer().getDeviceId();
        return session.profile().storage().lookup(Namespaces.SESSION, id) instanceof Lookup.Found<byte[]> found
                ? found.version()
                : 0;
    }

    private static SignalSession session(Profile profile, Profile peer) {
        return new SignalSession(profile, new SignalProtocolAddress(peer.id().value(), 1));
    }

    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Database.of(Database.NODES));
        return new HikariDataSource(config);
    }
}
