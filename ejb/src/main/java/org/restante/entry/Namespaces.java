package org.restante.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The namespaces that messaging applications share. Applications add their own with {@link Namespace#of}. */
public final class Namespaces {

    /** The one key of {@link #CREDS}. */
    public static final String CREDS_KEY = "self";

    /** Credentials of the profile, under the one key {@code self}; {@code me} in them holds {@code id}, {@code lid}, {@code name}. */
    public static final Namespace<Map<String, Object>> CREDS =
            Namespace.ofMaps("creds").critical().single(CREDS_KEY);

    public static final Namespace<byte[]> SESSION = Namespace.of("session", byte[].class);
    public static final Namespace<byte[]> SENDER_KEY = Namespace.of("sender-key", byte[].class);
    public static final Namespace<String> LID_MAPPING = Namespace.of("lid-mapping", String.class);

    @SuppressWarnings("unchecked")
    public static final Namespace<List<String>> DEVICE_LIST =
            (Namespace<List<String>>) (Namespace<?>) Namespace.of("device-list", List.class);

    public static final Namespace<Map<String, Object>> APP_STATE_SYNC_KEY = Namespace.ofMaps("app-state-sync-key");
    public static final Namespace<Map<String, Object>> APP_STATE_VERSION = Namespace.ofMaps("app-state-sync-version");
    public static final Namespace<byte[]> PRE_KEY = Namespace.of("pre-key", byte[].class);
    public static final Namespace<byte[]> SIGNED_PRE_KEY = Namespace.of("signed-pre-key", byte[].class);
    public static final Namespace<byte[]> KYBER_PRE_KEY = Namespace.of("kyber-pre-key", byte[].class);

    /** The public keys by which others are known: to lose one is to trust a stranger. */
    public static final Namespace<byte[]> IDENTITY_KEY =
            Namespace.of("identity-key", byte[].class).critical();

    public static final Namespace<Map<String, Object>> SENDER_KEY_MEMORY = Namespace.ofMaps("sender-key-memory");
    public static final Namespace<Map<String, Object>> TC_TOKEN = Namespace.ofMaps("tctoken");

    private static final Map<String, Namespace<?>> BY_NAME = Stream.<Namespace<?>>of(
                    CREDS,
                    SESSION,
                    SENDER_KEY,
                    LID_MAPPING,
                    DEVICE_LIST,
                    APP_STATE_SYNC_KEY,
                    APP_STATE_VERSION,
                    PRE_KEY,
                    SIGNED_PRE_KEY,
                    KYBER_PRE_KEY,
                    IDENTITY_KEY,
                    SENDER_KEY_MEMORY,
                    TC_TOKEN)
            .collect(Collectors.toUnmodifiableMap(Namespace::name, Function.identity()));

    private Namespaces() {}

    /**
     * The namespace of that name with what is known of it (critical, single key), its values read as the given type.
     *
     * @throws InvalidInputException when the name breaks its limit
     */
    public static <V> Namespace<V> named(String name, Class<V> valueType) {
        Namespace<?> known = BY_NAME.get(name);
        return known == null ? Namespace.of(name, valueType) : known.as(valueType);
    }
}
