package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.Restante;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

/** What cannot be done is an exception, and leaves everything as it was. */
public interface FailureContract extends StorageFixture {

    Namespace<Object> THINGS = Namespace.of("things", Object.class);

    /** Holds something that tells itself and cannot be written. */
    record Unwritable(String secret, Object part) {}

    @Test
    @Scenario("S11")
    default void anUnreachableStoreIsAnExceptionInEveryOperationAndNeverAMiss() {
        ProfileId profile = Fresh.profile();
        storage(profile).put(THINGS, "k", "v");
        Restante restante = PlainRestante.over(WatchedAdapter.unavailable(adapter()));
        Storage storage = restante.profile(profile).storage();
        List<Runnable> operations = List.of(
                () -> storage.get(THINGS, "k"),
                () -> storage.get(THINGS, "k", "fallback"),
                () -> storage.get(Namespaces.CREDS, "self"),
                () -> storage.lookup(THINGS, "k"),
                () -> storage.getAll(THINGS, List.of("k")),
                () -> storage.put(THINGS, "k", "new"),
                () -> storage.put(THINGS, "k", "new", Expected.present()),
                () -> storage.putAll(THINGS, Map.of("k", "new")),
                () -> storage.delete(THINGS, "k"),
                storage::clear,
                () -> storage.keys(THINGS, PageRequest.first(1)),
                () -> restante.profiles().list(),
                () -> restante.profiles().describe());

        for (Runnable operation : operations) {
            assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(operation::run);
        }
        assertThat(storage(profile).get(THINGS, "k")).contains("v");
    }

    @Test
    @Scenario("S15")
    default void whatAnAdapterLacksIsRefusedByItsName() {
        Restante restante = PlainRestante.over(new BareAdapter(adapter()));
        Storage storage = restante.profile(Fresh.profile()).storage();

        storage.put(THINGS, "k", "v");
        assertThat(storage.get(THINGS, "k")).contains("v");
        assertUnsupported("clear", () -> storage.clear());
        assertUnsupported("keys", () -> storage.keys(THINGS, PageRequest.first(1)));
        assertUnsupported("profiles", () -> restante.profiles().list());
        assertUnsupported("profiles", () -> restante.profiles().describe());
        assertThat(storage.get(THINGS, "k")).contains("v");
    }

    @Test
    @Scenario("S17")
    default void aPutThatFailsLeavesThePreviousValueWhole() {
        Storage storage = freshStorage();
        long version = storage.put(THINGS, "k", "previous");
        Unwritable unwritable = new Unwritable("hunter2", new Object());

        List<Runnable> puts = List.of(
                () -> storage.put(THINGS, "k", unwritable),
                () -> storage.put(THINGS, "k", unwritable, Expected.version(version)),
                () -> storage.put(THINGS, "k", "half a pair: \ud83d"),
                () -> storage.putAll(THINGS, Map.of("k", unwritable)));

        for (Runnable put : puts) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(put::run)
                    .withMessageStartingWith("value ")
                    .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("hunter2"))
                    .withNoCause();
        }
        assertThat(storage.get(THINGS, "k")).contains("previous");
        assertThat(storage.put(THINGS, "k", "next", Expected.version(version))).isNotNull();
        assertThat(storage.get(THINGS, "k")).contains("next");
    }

    private static void assertUnsupported(String operation, Runnable call) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(call::run)
                .withMessageContaining("'bare'")
                .withMessageContaining("'" + operation + "'");
    }
}
