package org.restante.storage.jpa;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The composite id of {@link EntryRecord}; persistence providers ask for a mutable class. */
class EntryRecordId implements Serializable {

    private static final long serialVersionUID = 1;

    @Nullable String profile;

    @Nullable String namespace;

    @Nullable String key;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryRecordId that
                && Objects.equals(profile, that.profile)
                && Objects.equals(namespace, that.namespace)
                && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile, namespace, key);
    }
}
