package org.restante.baileys;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;

/**
 * The types of keys that Baileys has, each stored in the namespace of the same name. Baileys writes {@code /} as {@code __}
 * and {@code :} as {@code -} in a file name; how to undo that depends on what a type's keys look like. Where one name
 * begins like another, the longer one stands first.
 */
@SuppressWarnings("ImmutableEnumChecker") // namespaces and the functions here never change
enum KeyType {
    APP_STATE_SYNC_KEY(Namespaces.APP_STATE_SYNC_KEY, Shape.BASE64, key -> key.replace("__", "/")),
    APP_STATE_SYNC_VERSION(
            Namespaces.APP_STATE_VERSION, "critical_block|critical_unblock_low|regular_high|regular_low|regular"),
    SENDER_KEY_MEMORY(Namespaces.SENDER_KEY_MEMORY, Shape.GROUP, KeyType::withDevice),
    SENDER_KEY(
            Namespaces.SENDER_KEY,
            "(?:" + Shape.GROUP + "|\\d+@broadcast|" + Shape.JID + ")::" + Shape.USER + "::\\d+",
            KeyType::senderKey),
    IDENTITY_KEY(Namespaces.IDENTITY_KEY, Shape.USER + "\\.\\d+"),
    DEVICE_LIST(Namespaces.DEVICE_LIST, "\\d+"),
    LID_MAPPING(Namespaces.LID_MAPPING, "\\d+(?:_reverse)?"),
    PRE_KEY(Namespaces.PRE_KEY, "\\d+"),
    SESSION(Namespaces.SESSION, Shape.USER + "\\.\\d+"),
    TC_TOKEN(Namespaces.TC_TOKEN, "__index|" + Shape.JID, KeyType::withDevice);

    private static final Pattern USER_AND_DEVICE = Pattern.compile("(" + Shape.USER + ")-(\\d+@" + Shape.SERVER + ")");
    private static final Pattern SENDER = Pattern.compile("(.+)--(" + Shape.USER + ")--(\\d+)");

    private final Namespace<?> namespace;
    private final Pattern shape;
    private final UnaryOperator<String> unescaping;

    KeyType(Namespace<?> namespace, String shape) {
        this(namespace, shape, UnaryOperator.identity());
    }

    KeyType(Namespace<?> namespace, String shape, UnaryOperator<String> unescaping) {
        this.namespace = namespace;
        this.shape = Pattern.compile(shape);
        this.unescaping = unescaping;
    }

    Namespace<?> namespace() {
        return namespace;
    }

    /** What stands before the key in a file name. */
    String prefix() {
        return namespace.name() + "-";
    }

    /** Whether keys of this type look like that. */
    boolean fits(String key) {
        return shape.matcher(key).matches();
    }

    /** The key that was most likely written like that; to be checked with {@link #fits}. */
    String unescape(String escaped) {
        return unescaping.apply(escaped);
    }

    private static String withDevice(String escaped) {
        Matcher jid = USER_AND_DEVICE.matcher(escaped);
        return jid.matches() ? jid.group(1) + ":" + jid.group(2) : escaped;
    }

    private static String senderKey(String escaped) {
        Matcher sender = SENDER.matcher(escaped);
        return sender.matches()
                ? withDevice(sender.group(1)) + "::" + sender.group(2) + "::" + sender.group(3)
                : escaped;
    }

    /** The parts of which keys are made, as regular expressions. */
    private static final class Shape {
        static final String BASE64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
        static final String USER = "\\d+(?:_\\d+)?";
        static final String SERVER = "(?:s\\.whatsapp\\.net|lid|hosted|hosted\\.lid|c\\.us)";
        static final String JID = USER + "(?::\\d+)?@" + SERVER;
        static final String GROUP = "(?:\\d+(?:-\\d+)?@g\\.us|status@broadcast)";
    }
}
