package org.restante.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.Profile;
import org.restante.entry.Namespaces;
import org.restante.example.signal.SignalAccount;
import org.restante.example.signal.SignalGroup;
import org.restante.example.signal.SignalRefusalException;
import org.restante.example.signal.SignalSession;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;
import org.signal.libsignal.protocol.DuplicateMessageException;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.SenderKeyDistributionMessage;
import org.signal.libsignal.protocol.state.PreKeyBundle;

/** Parties that talk through libsignal, with their keys in PostgreSQL. */
@Scenario("K21")
class SignalIT {

    private static final int THREADS = 8;
    private static final int MESSAGES_EACH_WAY = 500;

    private final HikariDataSource pool = TestDatabase.POSTGRESQL.open();
    private final PlainRestante restante =
            PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
    private final Profile alice = restante.profile("alice");
    private final Profile bob = restante.profile("bob");
    private final SignalSession withBob = new SignalSession(alice, address("bob"));
    private final SignalSession withAlice = new SignalSession(bob, address("alice"));

    @BeforeEach
    void theyHaveIdentities() throws SignalRefusalException {
        new SignalAccount(alice).publish(1, 7);
        withBob.start(new SignalAccount(bob).publish(1, 7));
    }

    @AfterEach
    void close() {
        restante.close();
        pool.close();
    }

    @Test
    void aThousandMessagesShuffledAndTwiceDeliveredAreEachDecryptedOnce() throws SignalRefusalException {
        greet();
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < MESSAGES_EACH_WAY; i++) {
            deliveries.add(Delivery.of(withBob, withAlice, "to bob " + i));
            deliveries.add(Delivery.of(withAlice, withBob, "to alice " + i));
        }
        deliveries.addAll(List.copyOf(deliveries));
        Collections.shuffle(deliveries, new Random(21));
        AtomicInteger next = new AtomicInteger();

        // the library refuses a ciphertext that it has seen: whatever is decrypted twice fails its racer
        List<Integer> delivered = Race.of(Executors.defaultThreadFactory(), THREADS, racer -> {
            int mine = 0;
            for (int i = next.getAndIncrement(); i < deliveries.size(); i = next.getAndIncrement()) {
                deliveries.get(i).arrives();
                mine++;
            }
            return mine;
        });

        assertThat(delivered.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4 * MESSAGES_EACH_WAY);
    }

    @Test
    void aRedeliveryGivesThePlaintextUntilItIsHandledAndIsRefusedAfterwards() throws SignalRefusalException {
        greet();
        Delivery delivery = Delivery.of(withBob, withAlice, "once");
        delivery.arrives();
        delivery.arrives();

        withAlice.handled(delivery.type(), delivery.ciphertext());

        assertThatExceptionOfType(SignalRefusalException.class)
                .isThrownBy(delivery::decrypted)
                .withCauseInstanceOf(DuplicateMessageException.class);
    }

    @Test
    void theOneTimePreKeyIsGoneWithTheMessageThatUsesIt() throws SignalRefusalException {
        Delivery first = Delivery.of(withBob, withAlice, "hello");
        assertThat(first.type()).isEqualTo(CiphertextMessage.PREKEY_TYPE);
        assertThat(bob.keyStore().get(Namespaces.PRE_KEY, "7")).isPresent();

        first.arrives();

        assertThat(bob.keyStore().get(Namespaces.PRE_KEY, "7")).isEmpty();
        assertThat(bob.keyStore().get(Namespaces.SIGNED_PRE_KEY, "7")).isPresent();
        assertThat(bob.keyStore().get(Namespaces.KYBER_PRE_KEY, "7")).isPresent();
        assertThat(bob.keyStore().get(Namespaces.SESSION, "alice.1")).isPresent();
    }

    @Test
    void ofTwoSendersWhoWereGivenTheSamePreKeyOneIsRead() throws SignalRefusalException {
        PreKeyBundle bundle = new SignalAccount(bob).publish(1, 9);
        List<Delivery> first = new ArrayList<>();
        for (String sender : List.of("carol", "dave")) {
            Profile profile = restante.profile(sender);
            new SignalAccount(profile).publish(1, 7);
            SignalSession session = new SignalSession(profile, address("bob"));
            session.start(bundle);
            first.add(Delivery.of(session, new SignalSession(bob, address(sender)), "hello"));
        }

        List<String> read = Race.of(Executors.defaultThreadFactory(), 2, racer -> {
            try {
                return first.get(racer).decrypted();
            } catch (SignalRefusalException e) {
                return e.getCause() instanceof InvalidKeyIdException ? "no such pre-key" : e.toString();
            }
        });

        assertThat(read).containsExactlyInAnyOrder("hello", "no such pre-key");
    }

    @Test
    void everyMemberOfAGroupOfFiveReadsWhatTheOthersSend() throws SignalRefusalException {
        UUID distribution = new UUID(1, 2);
        List<String> members = List.of("alice", "bob", "carol", "dave", "erin");
        int read = 0;
        for (String sender : members) {
            SignalGroup own = new SignalGroup(restante.profile(sender), address(sender), distribution);
            SenderKeyDistributionMessage key = own.distribute();
            byte[] ciphertext = own.encrypt(sender.getBytes(UTF_8)).serialize();
            for (String member : members) {
                if (!member.equals(sender)) {
                    SignalGroup group = new SignalGroup(restante.profile(member), address(sender), distribution);
                    group.join(key);
                    assertThat(group.decrypt(ciphertext)).asString(UTF_8).isEqualTo(sender);
                    assertThat(group.decrypt(ciphertext)).asString(UTF_8).isEqualTo(sender);
                    group.handled(ciphertext);
                    assertThatExceptionOfType(SignalRefusalException.class)
                            .isThrownBy(() -> group.decrypt(ciphertext))
                            .withCauseInstanceOf(DuplicateMessageException.class);
                    read++;
                }
            }
        }
        assertThat(read).isEqualTo(20);
    }

    /** Both sides know the session afterwards, so that messages need no pre-key any more. */
    private void greet() throws SignalRefusalException {
        Delivery.of(withBob, withAlice, "hello").arrives();
        Delivery.of(withAlice, withBob, "hello yourself").arrives();
    }

    private static SignalProtocolAddress address(String name) {
        return new SignalProtocolAddress(name, 1);
    }

    /** A message on its way. */
    private record Delivery(SignalSession receiver, int type, byte[] ciphertext, String text) {

        static Delivery of(SignalSession sender, SignalSession receiver, String text) throws SignalRefusalException {
            CiphertextMessage message = sender.encrypt(text.getBytes(UTF_8));
            return new Delivery(receiver, message.getType(), message.serialize(), text);
        }

        String decrypted() throws SignalRefusalException {
            return new String(receiver.decrypt(type, ciphertext), UTF_8);
        }

        void arrives() {
            try {
                assertThat(decrypted()).isEqualTo(text);
            } catch (SignalRefusalException e) {
                throw new AssertionError(text, e);
            }
        }
    }
}
