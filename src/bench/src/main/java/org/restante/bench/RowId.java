package org.restante.bench;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The composite id of {@link Row}. */
class RowId implements Serializable {

    private static final long serialVersionUID = 1;

    @Nullable String profile;

    @Nullable String namespace;

    @Nullable String key;

    static RowId of(String key) {
        RowId id = new RowId();
        id.profile = JdbcStore.PROFILE;
        id.namespace = JdbcStore.NAMESPACE;
        id.key = key;
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowId that
                && Objects.equals(profile, that.profile)
                && Objects.equals(namespace, that.namespace)
                && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile, namespace, key);
    }
}
