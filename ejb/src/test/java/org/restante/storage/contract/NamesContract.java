package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.Restante;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

/** Names over their limits are refused before the adapter is asked. */
public interface NamesContract extends StorageFixture {

    Namespace<String> PAPERS = Namespace.of("papers", String.class);

    @Test
    @Scenario("S6")
    default void aBadProfileNameIsRefusedInEveryOperation() {
        for (String name : badProfiles()) {
            for (Consumer<Storage> operation : operations("k")) {
                assertRefused(
                        "profile",
                        restante -> operation.accept(restante.profile(name).storage()));
            }
            assertRefused(
                    "profile", restante -> restante.profile(name).storage().clear());
            assertRefused(
                    "profile", restante -> restante.profile(name).storage().keys(PAPERS, PageRequest.first(1)));
        }
    }

    @Test
    @Scenario("S7")
    default void aBadKeyIsRefusedInEveryOperation() {
        for (String key : badNames(512)) {
            for (Consumer<Storage> operation : operations(key)) {
                assertRefused(
                        "key",
                        restante -> operation.accept(restante.profile("p").storage()));
            }
        }
    }

    @Test
    @Scenario("S7")
    default void aBadNamespaceIsRefused() {
        for (String name : badNames(64)) {
            assertRefused(
                    "namespace",
                    restante -> restante.profile("p")
                            .storage()
                            .keys(Namespace.of(name, String.class), PageRequest.first(1)));
        }
    }

    @Test
    @Scenario("S14")
    default void aPageAfterWhatIsNoKeyIsRefused() {
        for (String after : badNames(512)) {
            assertRefused("after", restante -> restante.profile("p").storage().keys(PAPERS, new PageRequest(after, 1)));
        }
    }

    @Test
    @Scenario("S8")
    default void credentialsHaveOneKeyOnly() {
        Map<String, Object> creds = Map.of("a", 1);
        assertRefused("key", restante -> restante.profile("p").storage().put(Namespaces.CREDS, "other", creds));
        assertRefused("key", restante -> restante.profile("p").storage().get(Namespaces.CREDS, "Self"));
        assertRefused("key", restante -> restante.profile("p").storage().delete(Namespaces.CREDS, "other"));
    }

    private void assertRefused(String field, Consumer<Restante> operation) {
        List<String> calls = new ArrayList<>();
        Restante restante = PlainRestante.over(new WatchedAdapter(adapter(), calls::add));
        ThrowingCallable call = () -> operation.accept(restante);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .withMessageStartingWith(field + " must ");
        assertThat(calls).isEmpty();
    }

    private static List<String> badProfiles() {
        List<String> traversals =
                List.of("../x", "..", ".", "a/b", "a\\b", " ", "\t", "\u2003", "a\nb", "\u007f", "\u0085");
        return Stream.concat(traversals.stream(), badNames(64).stream()).toList();
    }

    private static List<String> badNames(int maxLength) {
        return List.of("", "a\0b", "\ud83d", "\ude00\ud83d", "a".repeat(maxLength + 1), "😀".repeat(maxLength + 1));
    }

    private static List<Consumer<Storage>> operations(String key) {
        return List.of(
                storage -> storage.get(PAPERS, key),
                storage -> storage.get(PAPERS, key, "fallback"),
                storage -> storage.lookup(PAPERS, key),
                storage -> storage.getAll(PAPERS, List.of("good", key)),
                storage -> storage.put(PAPERS, key, "v"),
                storage -> storage.put(PAPERS, key, "v", Expected.absent()),
                storage -> storage.putAll(PAPERS, Map.of("good", "v", key, "v")),
                storage -> storage.delete(PAPERS, key));
    }
}
