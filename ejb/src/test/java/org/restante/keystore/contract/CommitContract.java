package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.restante.keystore.KeyStore;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.VersionConflictException;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** What a transaction writes is there whole or not at all. */
public interface CommitContract extends KeyStoreFixture {

    @Test
    @Scenario("K9")
    default void whenTheSecondWriteFailsBothKeysKeepTheirValuesAndNobodySawAHalf() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "a", bytes("old")).put(SESSION, "b", bytes("old")));
        Set<String> seen = ConcurrentHashMap.newKeySet();

        Race.ofWritersAndReaders(threads(), writer -> failing(keys), () -> seen.add(both(keys)));

        assertThat(seen).containsExactly("old old");
        assertThat(both(keys)).isEqualTo("old old");
    }

    @Test
    @Scenario("K2")
    default void twoKeysChangeInTheSameMoment() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "a", bytes("0")).put(SESSION, "b", bytes("0")));
        Set<String> seen = ConcurrentHashMap.newKeySet();

        Race.ofWritersAndReaders(
                threads(),
                writer -> keys.transaction("lock", tx -> {
                    byte[] next = bytes(String.valueOf(Integer.parseInt(session(tx, "a")) + 1));
                    tx.put(SESSION, "a", next);
                    tx.put(SESSION, "b", next);
                    return tx;
                }),
                () -> seen.add(both(keys)));

        assertThat(seen).allMatch(pair -> pair.matches("(\\d+) \\1"));
        assertThat(both(keys)).isEqualTo("100 100");
    }

    private static void failing(KeyStore keys) {
        assertThatThrownBy(() -> keys.transaction("lock", tx -> {
                    tx.put(SESSION, "a", bytes("new"));
                    tx.put(SESSION, "b", bytes("new"), Expected.absent());
                    return tx;
                }))
                .isInstanceOf(VersionConflictException.class);
    }

    private static String both(KeyStore keys) {
        Set<String> ids = new HashSet<>(List.of("a", "b"));
        return keys.get(SESSION, ids).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new String(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }
}
