package org.restante.web.audit;

import org.restante.entry.EntryKey;

/** What changes are done to, in the words of the audit trail. */
public final class Subjects {

    private Subjects() {}

    /** A profile. */
    public static String profile(String profile) {
        return "profile " + profile;
    }

    /** An entry of a profile. */
    public static String entry(EntryKey key) {
        return "entry " + key.key() + " of namespace " + key.namespace() + " of "
                + profile(key.profile().value());
    }

    /** A key of a dedup namespace. */
    public static String key(String namespace, String key) {
        return "key " + key + " of namespace " + namespace;
    }

    /** A conversation of a profile. */
    public static String conversation(String profile, String key) {
        return "conversation " + key + " of " + profile(profile);
    }
}
