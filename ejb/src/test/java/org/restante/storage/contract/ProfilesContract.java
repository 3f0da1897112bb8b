package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.Restante;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.ProfileDescription;
import org.restante.storage.Storage;
import org.restante.storage.UnreadableEntry;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

/** Which profiles there are, and who they are. */
public interface ProfilesContract extends StorageFixture {

    Namespace<String> MARKS = Namespace.of("marks", String.class);

    @Test
    @Scenario("S13")
    default void aProfileIsListedAsLongAsItHoldsData() {
        ProfileId profile = Fresh.profile();
        Storage storage = storage(profile);
        storage.get(MARKS, "k");
        storage.delete(MARKS, "k");
        storage.clear();
        assertThat(restante().profiles().list()).doesNotContain(profile);

        storage.put(MARKS, "k", "v");
        storage.put(MARKS, "l", "v");
        assertThat(restante().profiles().list()).containsOnlyOnce(profile);

        storage.delete(MARKS, "k");
        assertThat(restante().profiles().list()).contains(profile);
        storage.delete(MARKS, "l");
        assertThat(restante().profiles().list()).doesNotContain(profile);
    }

    @Test
    @Scenario("S13")
    default void theOrderOfProfilesIsFixed() {
        List<ProfileId> mine = Stream.generate(Fresh::profile).limit(20).toList();
        mine.forEach(profile -> storage(profile).put(MARKS, "k", "v"));

        List<ProfileId> before = mine(mine);
        mine.forEach(profile -> storage(profile).put(MARKS, "l", "v"));

        assertThat(before).containsExactlyInAnyOrderElementsOf(mine);
        assertThat(mine(mine)).isEqualTo(before);
        assertThat(restante().profiles().describe().stream()
                        .map(ProfileDescription::profile)
                        .filter(mine::contains))
                .containsExactlyElementsOf(before);
    }

    @Test
    @Scenario("S13")
    default void aDescriptionTellsWhoTheCredentialsSay() {
        ProfileId profile = Fresh.profile();
        Map<String, Object> me = Map.of("id", "1:2@s.example", "lid", "3@lid", "name", "Zoë 📮");

        storage(profile).put(Namespaces.CREDS, "self", Map.of("me", me, "registered", true));

        ProfileDescription described = described(restante(), profile);
        assertThat(described.updatedAt()).isNotNull();
        assertThat(described)
                .isEqualTo(new ProfileDescription(profile, "1:2@s.example", "3@lid", "Zoë 📮", described.updatedAt()));
    }

    @Test
    @Scenario("S13")
    default void whatTheCredentialsDoNotTellIsNull() {
        ProfileId unpaired = Fresh.profile();
        ProfileId pairing = Fresh.profile();
        ProfileId odd = Fresh.profile();
        ProfileId half = Fresh.profile();
        storage(unpaired).put(MARKS, "k", "v");
        storage(pairing).put(Namespaces.CREDS, "self", Map.of("registered", false));
        storage(odd).put(Namespaces.CREDS, "self", Map.of("me", List.of("no map")));
        storage(half).put(Namespaces.CREDS, "self", Map.of("me", Map.of("id", "1@s", "name", 7)));

        assertThat(described(restante(), unpaired)).isEqualTo(new ProfileDescription(unpaired, null, null, null, null));
        assertNobody(described(restante(), pairing));
        assertNobody(described(restante(), odd));
        assertThat(described(restante(), half).jid()).isEqualTo("1@s");
        assertThat(described(restante(), half).name()).isNull();
    }

    @Test
    @Scenario({"S9", "S13"})
    default void aProfileWithUnreadableCredentialsIsDescribedAllTheSame() {
        ProfileId profile = Fresh.profile();
        EntryKey key = Namespaces.CREDS.key(profile, "self");
        List<UnreadableEntry> events = new ArrayList<>();
        Restante restante = PlainRestante.over(adapter(), PayloadCipher.none(), events::add);
        adapter()
                .apply(List.of(new Mutation.Put(
                        key,
                        Damage.WRONG_CHECKSUM.to(
                                new EntryCodec(PayloadCipher.none()).encode(key, Map.of("me", Map.of()))),
                        Expected.anything())));

        assertNobody(described(restante, profile));
        assertThat(events).filteredOn(event -> event.key().equals(key)).hasSize(1);
    }

    @Test
    @Scenario("S13")
    default void aThousandProfilesAreDescribedInAFewCalls() {
        List<ProfileId> mine = Stream.generate(Fresh::profile).limit(1000).toList();
        try {
            mine.forEach(profile ->
                    storage(profile).put(Namespaces.CREDS, "self", Map.of("me", Map.of("id", profile.value() + "@s"))));
            List<String> calls = new ArrayList<>();

            List<ProfileDescription> described = PlainRestante.over(new WatchedAdapter(adapter(), calls::add))
                    .profiles()
                    .describe();

            assertThat(described.stream().map(ProfileDescription::jid))
                    .containsAll(mine.stream().map(profile -> profile + "@s").toList());
            assertThat(calls).hasSizeLessThanOrEqualTo(5);
        } finally {
            mine.forEach(profile -> storage(profile).clear());
        }
    }

    private List<ProfileId> mine(List<ProfileId> mine) {
        return restante().profiles().list().stream().filter(mine::contains).toList();
    }

    private static ProfileDescription described(Restante restante, ProfileId profile) {
        return restante.profiles().describe().stream()
                .filter(description -> description.profile().equals(profile))
                .findFirst()
                .orElseThrow();
    }

    private static void assertNobody(ProfileDescription described) {
        Instant updatedAt = Objects.requireNonNull(described.updatedAt());
        assertThat(described).isEqualTo(new ProfileDescription(described.profile(), null, null, null, updatedAt));
    }
}
