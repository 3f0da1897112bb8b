package org.restante.baileys;

import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;

/**
 * Which entry a file is about.
 *
 * @param certain whether the key is the one that Baileys had; else it is the escaped one
 */
record AuthFileName(Namespace<?> namespace, String key, boolean certain) {

    static final String CREDS = "creds.json";
    private static final String SUFFIX = ".json";
    /** Limits of keys do not depend on the profile. */
    private static final ProfileId ANY_PROFILE = new ProfileId("any");

    /** The name that Baileys gives the file of a key: the last two steps are its own. */
    static String of(Namespace<?> namespace, String key) {
        return namespace.name().equals(Namespaces.CREDS.name()) ? CREDS : escape(namespace.name() + "-" + key + SUFFIX);
    }

    /**
     * The entry for a file.
     *
     * @param name without any directory
     * @throws UnreadableFileException when Baileys has no file of such a name, or its key is over the limits
     */
    static AuthFileName parse(String name) throws UnreadableFileException {
        if (name.equals(CREDS)) {
            return new AuthFileName(Namespaces.CREDS, Namespaces.CREDS_KEY, true);
        }
        if (!name.endsWith(SUFFIX) || !escape(name).equals(name)) {
            throw new UnreadableFileException("is not a file of an auth folder");
        }
        for (KeyType type : KeyType.values()) {
            if (name.startsWith(type.prefix())) {
                return parse(type, name.substring(type.prefix().length(), name.length() - SUFFIX.length()));
            }
        }
        throw new UnreadableFileException("is of no known type");
    }

    private static AuthFileName parse(KeyType type, String escaped) throws UnreadableFileException {
        try {
            EntryKey checked = type.namespace().key(ANY_PROFILE, escaped);
            String key = type.unescape(checked.key());
            boolean certain = type.fits(key) && escape(key).equals(escaped);
            return new AuthFileName(type.namespace(), certain ? key : escaped, certain);
        } catch (InvalidInputException e) {
            throw new UnreadableFileException(String.valueOf(e.getMessage()));
        }
    }

    private static String escape(String name) {
        return name.replace("/", "__").replace(':', '-');
    }
}
