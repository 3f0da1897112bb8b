package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Lookup;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;

/** Single entries: overwritten, deleted, kept apart. */
public interface EntriesContract extends StorageFixture {

    Namespace<String> NOTES = Namespace.of("notes", String.class);
    Namespace<String> DRAFTS = Namespace.of("drafts", String.class);

    @Test
    @Scenario("S3")
    default void putOverwrites() {
        Storage storage = freshStorage();

        storage.put(NOTES, "k", "a long value that was there before");
        storage.put(NOTES, "k", "new");

        assertThat(storage.get(NOTES, "k")).contains("new");
        assertThat(Pages.keys(storage, NOTES)).containsExactly("k");
    }

    @Test
    @Scenario("S3")
    default void everyPutGivesAnotherVersionWhichLookupTells() {
        Storage storage = freshStorage();

        long[] versions = IntStream.range(0, 20)
                .mapToLong(i -> storage.put(NOTES, "k", "same value"))
                .toArray();

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(versions[0]).isPositive();
        assertThat(((Lookup.Found<String>) storage.lookup(NOTES, "k")).version())
                .isEqualTo(versions[19]);
    }

    @Test
    @Scenario("S3")
    default void aLaterPutIsNotDatedBeforeAnEarlierOne() {
        Storage storage = freshStorage();

        storage.put(NOTES, "k", "a");
        Lookup.Found<String> first = (Lookup.Found<String>) storage.lookup(NOTES, "k");
        storage.put(NOTES, "k", "b");
        Lookup.Found<String> second = (Lookup.Found<String>) storage.lookup(NOTES, "k");

        assertThat(second.updatedAt()).isAfterOrEqualTo(first.updatedAt());
    }

    @Test
    @Scenario("S4")
    default void deleteRemoves() {
        Storage storage = freshStorage();
        storage.put(NOTES, "k", "v");
        storage.put(NOTES, "other", "v");

        storage.delete(NOTES, "k");

        assertThat(storage.lookup(NOTES, "k")).isEqualTo(new Lookup.Absent<String>());
        assertThat(Pages.keys(storage, NOTES)).containsExactly("other");
    }

    @Test
    @Scenario("S4")
    default void deletingWhatIsAbsentIsFine() {
        Storage storage = freshStorage();

        storage.delete(NOTES, "k");
        storage.put(NOTES, "k", "v");
        storage.delete(NOTES, "k");
        storage.delete(NOTES, "k");

        assertThat(storage.get(NOTES, "k")).isEmpty();
    }

    @Test
    @Scenario("S5")
    default void oneKeyInTwoNamespacesIsTwoEntries() {
        Storage storage = freshStorage();

        storage.put(NOTES, "k", "note");
        storage.put(DRAFTS, "k", "draft");
        storage.delete(NOTES, "k");

        assertThat(storage.get(NOTES, "k")).isEmpty();
        assertThat(storage.get(DRAFTS, "k")).contains("draft");
    }

    @Test
    @Scenario("S5")
    default void oneKeyInTwoProfilesIsTwoEntries() {
        ProfileId one = Fresh.profile();
        ProfileId other = new ProfileId(one.value() + "x");

        storage(one).put(NOTES, "k", "one");
        storage(other).put(NOTES, "k", "other");
        storage(one).delete(NOTES, "k");

        assertThat(storage(one).get(NOTES, "k")).isEmpty();
        assertThat(storage(other).get(NOTES, "k")).contains("other");
    }

    @Test
    @Scenario("S8")
    default void credentialsAreInNoOtherListing() {
        Storage storage = freshStorage();

        storage.put(Namespaces.CREDS, "self", Map.of("registered", true));
        storage.put(Namespaces.SESSION, "alice", new byte[] {1});

        assertThat(Pages.keys(storage, Namespaces.CREDS)).containsExactly("self");
        assertThat(Pages.keys(storage, Namespaces.SESSION)).containsExactly("alice");
        assertThat(Pages.keys(storage, NOTES)).isEmpty();
    }
}
