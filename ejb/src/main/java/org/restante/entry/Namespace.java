package org.restante.entry;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry: its name in the store, the type of its values, and what an unreadable entry means. Constants are made
 * once and shared; two namespaces of one name address the same entries.
 *
 * @param <V> the type of the values
 */
public final class Namespace<V> {

    public static final int MAX_LENGTH = 64;

    private final String name;
    private final Type valueType;
    private final boolean critical;
    private final @Nullable String singleKey;

    private Namespace(String name, Type valueType, boolean critical, @Nullable String singleKey) {
        this.name = Names.require("namespace", name, MAX_LENGTH);
        this.valueType = valueType;
        this.critical = critical;
        this.singleKey = singleKey;
    }

    /**
     * A namespace of values of one class: a record, {@code String}, a number, {@code byte[]}.
     *
     * @param name 1 to {@value #MAX_LENGTH} characters, without U+0000
     * @throws InvalidInputException when the name breaks its limit
     */
    public static <V> Namespace<V> of(String name, Class<V> valueType) {
        return new Namespace<>(name, valueType, false, null);
    }

    /**
     * Checks a name of which no values are asked for.
     *
     * @throws InvalidInputException naming {@code namespace} and the limit that the name breaks
     */
    public static void requireName(String name) {
        Names.require("namespace", name, MAX_LENGTH);
    }

    /** A namespace of nested maps and lists, as JSON has them, in which {@code byte[]} is allowed too. */
    @SuppressWarnings("unchecked")
    public static Namespace<Map<String, Object>> ofMaps(String name) {
        return (Namespace<Map<String, Object>>) (Namespace<?>) of(name, Map.class);
    }

    /** The same namespace, in which an unreadable entry is an exception from {@code get} and never a miss. */
    public Namespace<V> critical() {
        return new Namespace<>(name, valueType, true, singleKey);
    }

    /** The same namespace, which holds that one key and no other. */
    public Namespace<V> single(String key) {
        return new Namespace<>(name, valueType, critical, Names.require("key", key, EntryKey.MAX_LENGTH));
    }

    /** The same namespace with values of another type: the same entries, read in another way. */
    public <W> Namespace<W> as(Class<W> otherType) {
        return new Namespace<>(name, otherType, critical, singleKey);
    }

    /**
     * The address of an entry of this namespace.
     *
     * @throws InvalidInputException when the key breaks its limit, or is not the only one that this namespace has
     */
    public EntryKey key(ProfileId profile, String key) {
        if (singleKey != null && !singleKey.equals(key)) {
            throw new InvalidInputException("key", "must be '" + singleKey + "' in the namespace " + name);
        }
        return new EntryKey(profile, name, key);
    }

    /**
     * The value itself, if it can be one of this namespace.
     *
     * @throws InvalidInputException naming {@code value} when it is null or of another class
     */
    public Object requireValue(@Nullable Object value) {
        if (value == null) {
            throw new InvalidInputException("value", "must not be null");
        }
        if (valueType instanceof Class<?> type
                && !MethodType.methodType(type).wrap().returnType().isInstance(value)) {
            throw new InvalidInputException(
                    "value",
                    "must be " + type.getTypeName() + " in the namespace " + name + ", but is "
                            + value.getClass().getTypeName());
        }
        return value;
    }

    public String name() {
        return name;
    }

    public Type valueType() {
        return valueType;
    }

    public boolean isCritical() {
        return critical;
    }

    @Override
    public String toString() {
        return name;
    }
}
