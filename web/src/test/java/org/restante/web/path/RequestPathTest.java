package org.restante.web.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.entry.InvalidInputException;

class RequestPathTest {

    @Test
    void segmentsArePlainNames() {
        assertThat(read("/restante/api/profiles/a%20b/entries/n/~YS9i").segments())
                .containsExactly("api", "profiles", "a b", "entries", "n", "a/b");
    }

    @Test
    void anEmptySegmentIsAnEmptyNameAndNotNothing() {
        assertThat(read("/restante/api/profiles//entries/").segments())
                .containsExactly("api", "profiles", "", "entries", "");
        assertThat(read("/restante/api/profiles//entries/").canonical()).isEqualTo("/api/profiles/~/entries/~");
    }

    @Test
    void theContextPathIsLeftOutHoweverItIsWritten() {
        assertThat(read("/rest%61nte/api/profiles").segments()).containsExactly("api", "profiles");
        assertThat(RequestPath.read("/api/profiles", "").segments()).containsExactly("api", "profiles");
    }

    @ParameterizedTest
    @CsvSource({
        "/restante/api/profiles/p/entries/n/k,true",
        "/restante/api/profiles/p/entries/n,false",
        "/restante/api/profiles/p/entries/n/k/x,false",
        "/restante/api/profiles/p/retries/n/k,false",
        "/restante/x/profiles/p/entries/n/k,false",
    })
    void anEntryIsToldByItsPath(String path, boolean entry) {
        assertThat(read(path).isEntry()).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "/restante/api/profiles/p/retries, true",
        "/restante/api/profiles/p/retries/m, false",
        "/restante/api/profiles/p/retries/, false",
        "/restante/api/profiles/p/entries, false",
        "/restante/api/dedup/p/retries, false",
    })
    void theCountOfSentMessagesIsToldByItsPath(String path, boolean count) {
        assertThat(read(path).isRetries()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "/restante/api/profiles/p/entries/n, true",
        "/restante/api/profiles/p/entries/n/k, false",
        "/restante/api/profiles/p/entries, false",
        "/restante/api/profiles/p/retries/n, false",
    })
    void aListOfEntriesIsToldByItsPath(String path, boolean list) {
        assertThat(read(path).isListOfEntries()).isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({
        "/restante/api/profiles/p/chat/threads/t,threads",
        "/restante/api/profiles/p/chat/snapshot,snapshot",
        "/restante/api/profiles/p/chat/,''",
        "/restante/api/profiles/p/chat,",
        "/restante/api/profiles/p/retries/chat,",
        "/restante/x/profiles/p/chat/threads,",
    })
    void whatOfConversationsIsToldByItsPath(String path, @Nullable String kind) {
        assertThat(read(path).chat()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/restante/api/dedup/n/k,true",
        "/restante/api/dedup/n/k/claim,true",
        "/restante/api/dedup/n/,true",
        "/restante/api/dedup/n,false",
        "/restante/api/profiles/dedup/n,false",
        "/restante/x/dedup/n/k,false",
    })
    void aDedupKeyIsToldByItsPath(String path, boolean key) {
        assertThat(read(path).isBelowDedup()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/restante/api/profiles/%zz,profile",
        "/restante/api/profiles/p/retries/%zz,id",
        "/restante/api/profiles/p/entries/~!,namespace",
        "/restante/api/profiles/p/entries/n/%ff,key",
        "/restante/api/profiles/p/chat/subscriptions/%ff,id",
        "/restante/api/profiles/p/chat/threads/%ff,id",
        "/restante/api/profiles/p/chat/locks/%ff,key",
        "/restante/api/profiles/p/entries/threads/%ff,key",
        "/restante/api/dedup/%ff,namespace",
        "/restante/api/dedup/entries/%ff,key",
        "/restante/api/dedup/n/k/%ff,path",
        "/restante/api/other/%ff,path",
        "/restante/%ff,path",
    })
    void aMalformedSegmentIsNamed(String path, String field) {
        assertThatThrownBy(() -> read(path))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static RequestPath read(String path) {
        return RequestPath.read(path, "/restante");
    }
}
