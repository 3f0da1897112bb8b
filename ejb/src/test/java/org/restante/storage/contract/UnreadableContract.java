package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.restante.codec.EntryCodec;
import org.restante.codec.Envelope;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.Mutation;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;
import org.restante.storage.StoredEntry;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.UnreadableEntryException;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

/** Entries that are there and cannot be read: told of, never removed, and in critical namespaces never a miss. */
public interface UnreadableContract extends StorageFixture {

    Namespace<Map<String, Object>> TABLES = Namespace.ofMaps("tables");
    Map<String, Object> GOOD = Map.of("a", List.of(1, 2, 3), "b", "text");

    @Test
    @Scenario({"S9", "S21"})
    default void anUnreadableEntryIsAMissWithItsReasonTold() {
        for (Damage damage : Damage.values()) {
            ProfileId profile = Fresh.profile();
            List<UnreadableEntry> events = new ArrayList<>();
            Storage storage = storage(profile, events);
            storage.put(TABLES, "readable", GOOD);
            store(TABLES.key(profile, "k"), damage);

            Lookup<Map<String, Object>> lookup = storage.lookup(TABLES, "k");

            assertThat(lookup).as(damage.name()).isInstanceOf(Lookup.Unreadable.class);
            String reason = ((Lookup.Unreadable<?>) lookup).reason();
            assertThat(reason).contains(damage.reason());
            assertThat(storage.get(TABLES, "k")).isEmpty();
            assertThat(storage.get(TABLES, "k", Map.of("fall", "back"))).containsKey("fall");
            assertThat(storage.getAll(TABLES, List.of("k", "readable"))).containsOnlyKeys("readable");
            assertThat(events).hasSize(4).containsOnly(new UnreadableEntry(TABLES.key(profile, "k"), reason));
        }
    }

    @Test
    @Scenario("S9")
    default void nothingIsRemovedBecauseItCouldNotBeRead() {
        for (Damage damage : Damage.values()) {
            ProfileId profile = Fresh.profile();
            Storage storage = storage(profile);
            EntryKey key = TABLES.key(profile, "k");
            Envelope stored = store(key, damage);

            storage.get(TABLES, "k");
            storage.lookup(TABLES, "k");
            storage.getAll(TABLES, List.of("k"));
            restante().profiles().describe();

            StoredEntry kept =
                    Objects.requireNonNull(adapter().read(List.of(key)).get(key));
            assertThat(kept.envelope().header()).isEqualTo(stored.header());
            assertThat(kept.envelope().payload()).isEqualTo(stored.payload());
            assertThat(Pages.keys(storage, TABLES)).containsExactly("k");
        }
    }

    @Test
    @Scenario("S9")
    default void anUnreadableEntryIsOverwrittenAndDeletedAsAnyOther() {
        for (Damage damage : Damage.values()) {
            ProfileId profile = Fresh.profile();
            Storage storage = storage(profile);
            List.of("overwritten", "deleted", "replaced").forEach(key -> store(TABLES.key(profile, key), damage));
            long version = ((Lookup.Unreadable<?>) storage.lookup(TABLES, "replaced")).version();

            storage.put(TABLES, "overwritten", GOOD);
            storage.delete(TABLES, "deleted");
            assertThat(storage.put(TABLES, "replaced", GOOD, Expected.absent()))
                    .isEqualTo(new PutOutcome.Conflict(OptionalLong.of(version)));
            assertThat(storage.put(TABLES, "replaced", GOOD, Expected.version(version)))
                    .isInstanceOf(PutOutcome.Written.class);

            assertThat(storage.getAll(TABLES, List.of("overwritten", "deleted", "replaced")))
                    .isEqualTo(Map.of("overwritten", GOOD, "replaced", GOOD));
            assertThat(storage.lookup(TABLES, "deleted")).isInstanceOf(Lookup.Absent.class);
        }
    }

    @Test
    @Scenario({"S10", "S21"})
    default void inACriticalNamespaceAnUnreadableEntryIsNeverAMiss() {
        for (Damage damage : Damage.values()) {
            isNeverAMiss(TABLES.critical(), "k", damage);
            isNeverAMiss(Namespaces.CREDS, "self", damage);
        }
        isNeverAMiss(Namespaces.IDENTITY_KEY, "k", Damage.WRONG_CHECKSUM);
        isNeverAMiss(Namespaces.named("creds", String.class), "self", Damage.CUT_HEADER);
    }

    private <V> void isNeverAMiss(Namespace<V> namespace, String key, Damage damage) {
        ProfileId profile = Fresh.profile();
        List<UnreadableEntry> events = new ArrayList<>();
        Storage storage = storage(profile, events);
        EntryKey entryKey = namespace.key(profile, key);
        store(entryKey, damage);

        assertThatExceptionOfType(UnreadableEntryException.class)
                .isThrownBy(() -> storage.get(namespace, key))
                .withMessageContaining(entryKey.toString())
                .withMessageContaining(damage.reason());
        assertThatExceptionOfType(UnreadableEntryException.class)
                .isThrownBy(() -> storage.getAll(namespace, List.of(key)))
                .satisfies(thrown -> assertThat(thrown.key()).isEqualTo(entryKey));
        assertThat(events).as("%s", damage).hasSize(2);
        assertThat(storage.lookup(namespace, key)).isInstanceOf(Lookup.Unreadable.class);
        assertThat(Pages.keys(storage, namespace)).containsExactly(key);
    }

    private Storage storage(ProfileId profile, List<UnreadableEntry> events) {
        return PlainRestante.over(adapter(), PayloadCipher.none(), events::add)
                .profile(profile)
                .storage();
    }

    private Envelope store(EntryKey key, Damage damage) {
        Envelope damaged = damage.to(new EntryCodec(PayloadCipher.none()).encode(key, GOOD));
        adapter().apply(List.of(new Mutation.Put(key, damaged, Expected.anything())));
        return damaged;
    }
}
