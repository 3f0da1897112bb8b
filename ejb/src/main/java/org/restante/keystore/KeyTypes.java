package org.restante.keystore;

import java.util.Set;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;

/** Which namespaces hold keys: all but the credentials, which outlive every clearing of keys. */
final class KeyTypes {

    /** The names of those that do not. */
    static final Set<String> OTHERS = Set.of(Namespaces.CREDS.name());

    private KeyTypes() {}

    /** @throws InvalidInputException naming {@code type} when that namespace holds no keys */
    static void require(Namespace<?> type) {
        if (OTHERS.contains(type.name())) {
            throw new InvalidInputException("type", "must not be '" + type.name() + "', which is no type of keys");
        }
    }
}
