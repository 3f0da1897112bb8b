package org.restante.retry;

import org.restante.entry.EntryKey;
import org.restante.entry.Namespaces;
import org.restante.storage.Storage;

/**
 * The two addresses that one recipient can have, {@code <phone>@s.whatsapp.net} and {@code <number>@lid}, as
 * {@link Namespaces#LID_MAPPING} of the profile holds them: the phone's user part under itself gives that of the LID, and the
 * LID's with {@code _reverse} behind it the phone's. The rule is Baileys'.
 */
final class Recipients {

    private static final String LID_SERVER = "@lid";
    private static final String PHONE_SERVER = "@s.whatsapp.net";
    private static final String REVERSE = "_reverse";

    private final Storage mappings;

    Recipients(Storage mappings) {
        this.mappings = mappings;
    }

    /** Whether both are addresses of one recipient, whatever the devices. */
    boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (isLid(one) == isLid(other)) {
            return user(one).equals(user(other)) && server(one).equals(server(other));
        }
        return isLid(one) ? mapped(one, other) : mapped(other, one);
    }

    private boolean mapped(String lid, String phone) {
        return server(phone).equals(PHONE_SERVER)
                && (holds(user(phone), user(lid)) || holds(user(lid) + REVERSE, user(phone)));
    }

    private boolean holds(String key, String user) {
        if (key.isEmpty() || key.codePointCount(0, key.length()) > EntryKey.MAX_LENGTH) {
            return false; // there can be no mapping of that name
        }
        return mappings.get(Namespaces.LID_MAPPING, key)
                .map(Recipients::user)
                .filter(user::equals)
                .isPresent();
    }

    private static boolean isLid(String address) {
        return address.endsWith(LID_SERVER);
    }

    /** What is before the device and the server. */
    private static String user(String address) {
        int at = address.indexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        int device = local.indexOf(':');
        return device < 0 ? local : local.substring(0, device);
    }

    private static String server(String address) {
        int at = address.indexOf('@');
        return at < 0 ? "" : address.substring(at);
    }
}
