package org.restante.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.entry.Namespaces;
import org.restante.storage.NamespaceCount;
import org.restante.storage.ProfileDescription;

/**
 * A profile and what it holds, each counted up to one more than {@link Texts#COUNTED}.
 *
 * @param bound how many sent messages it may hold
 */
public record ProfileRow(
        ProfileDescription who, List<NamespaceCount> namespaces, int retries, int bound, int subscriptions) {

    /** Fewer than that, and new sessions soon have no keys to begin with. */
    static final int FEW_PRE_KEYS = 10;

    public String id() {
        return who.profile().value();
    }

    /** How many entries there are in all namespaces, counted no further than that. */
    public int entries() {
        return Math.min(
                Texts.COUNTED + 1,
                namespaces.stream().mapToInt(NamespaceCount::count).sum());
    }

    /** The page of this profile. */
    public String address() {
        return Address.of("profile", "id", id());
    }

    public int preKeys() {
        return namespaces.stream()
                .filter(count -> count.namespace().equals(Namespaces.PRE_KEY.name()))
                .mapToInt(NamespaceCount::count)
                .sum();
    }

    /** What is wrong with the number of pre-keys; null where nothing is, and where the profile has none to do with them. */
    public @Nullable String warning() {
        boolean used = namespaces.stream()
                .anyMatch(count -> count.namespace().equals(Namespaces.PRE_KEY.name())
                        || count.namespace().equals(Namespaces.CREDS.name()));
        if (preKeys() > Texts.COUNTED) {
            return "pre-keys bloat: more than " + Texts.COUNTED;
        }
        return used && preKeys() < FEW_PRE_KEYS ? "pre-keys run low: " + preKeys() : null;
    }
}
