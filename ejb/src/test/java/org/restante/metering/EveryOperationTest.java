package org.restante.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.Profile;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.ConversationRules;
import org.restante.conversation.ConversationStrategy;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimPage;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;
import org.restante.entry.Namespace;
import org.restante.keystore.KeySelection;
import org.restante.keystore.KeyStore;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryEntry;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Whatever a caller does is told, once. */
@Scenario("W5")
class EveryOperationTest {

    private static final Namespace<String> NOTES = Namespace.of("notes", String.class);

    private final RecordingMeter meter = new RecordingMeter();
    private final PlainRestante restante = PlainRestante.over(
            new MemoryStorageAdapter(InstantSource.system()),
            PlainOptions.defaults().withMeter(meter).withSettings(Map.of("restante.retry.adapter", "memory")));
    private final Profile profile = restante.profile("p");

    @AfterEach
    void close() {
        restante.close();
    }

    @Test
    void eachIsToldOnce() throws IOException {
        entries(profile.storage());
        restante.profiles().list();
        restante.profiles().describe();
        keys(profile.keyStore());
        messages(profile.retryCache());
        profile.retryBudget().tryConsume("m", "r");
        claims(restante.dedup("orders"));
        states(profile.chat());
        collections(profile.chat());
        locks(profile.chat().independent().locks());
        profile.conversations()
                .handle("room", "m", "hello", ConversationHandler.of("h", String.class, rules(), turn -> {}));

        assertThat(meter.operations().stream().map(RecordingMeter.Told::operation))
                .containsExactlyInAnyOrder(Operation.values());
    }

    private static void entries(Storage storage) {
        storage.get(NOTES, "k");
        storage.lookup(NOTES, "k");
        storage.getAll(NOTES, List.of("k"));
        storage.put(NOTES, "k", "v");
        storage.put(NOTES, "k", "v", Expected.present());
        storage.putAll(NOTES, Map.of("k", "v"));
        storage.apply(new Batch().put(NOTES, "k", "v"));
        storage.delete(NOTES, "k");
        storage.keys(NOTES, PageRequest.first(10));
        storage.clear();
    }

    private static void keys(KeyStore keys) {
        keys.read(new KeySelection().add(NOTES, List.of("k")));
        keys.lookup(NOTES, "k");
        keys.get(NOTES, "k");
        keys.set(new Batch().put(NOTES, "k", "v"));
        keys.transaction(List.of("k"), tx -> tx.inTransaction());
        keys.readOnly(reads -> reads.get(NOTES, "k"));
        keys.clear();
    }

    private static void messages(RetryCache cache) {
        cache.put("m", new RetryEntry("r", new byte[0], 0));
        cache.get("m");
        cache.count();
        cache.remove("m");
        cache.clear();
    }

    private static void claims(DedupCache cache) {
        Claim claim = ((Claimed) cache.claim("k")).claim();
        cache.lookup("k");
        cache.renew(claim);
        cache.complete(claim, Receipt.none());
        cache.release(claim);
        cache.inFlight(ClaimPage.Request.first(10));
    }

    private static void states(ChatState chat) throws IOException {
        chat.subscribe("t");
        chat.isSubscribed("t");
        chat.unsubscribe("t");
        chat.putThreadState("t", Map.of());
        chat.threadState("t");
        chat.putChannelState("c", Map.of());
        chat.channelState("c");
        chat.markDedupe("room:m");
        chat.isDuplicate("room:m");
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        chat.snapshots().write(snapshot);
        chat.snapshots().restore(() -> new ByteArrayInputStream(snapshot.toByteArray()));
        chat.clear();
    }

    private static void collections(ChatState chat) {
        chat.values().set("k", "v", null);
        chat.values().setIfAbsent("k", "v", null);
        chat.values().get("k", String.class);
        chat.values().delete("k");
        chat.lists().append("k", "v", 1, null);
        chat.lists().list("k", String.class);
        chat.lists().delete("k");
        chat.queues().put("k", "v", 1);
        chat.queues().take("k", String.class);
        chat.queues().depth("k");
        chat.queues().clear("k");
    }

    private static void locks(ConversationLocks locks) {
        LockResult.Acquired had = (LockResult.Acquired) locks.lock("r", LockRequest.of("a", LockStrategy.REJECT));
        LockToken token = Objects.requireNonNull(had.token());
        locks.extend("r", token, Duration.ofSeconds(1));
        locks.guarded("r", token, () -> "done");
        locks.live();
        locks.releaseOrTakeNext("r", token);
        locks.release("r", token);
        locks.forceRelease("r");
    }

    private static ConversationRules rules() {
        return ConversationRules.of(ConversationStrategy.QUEUE);
    }
}
