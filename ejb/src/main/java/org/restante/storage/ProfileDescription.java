package org.restante.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;

/**
 * A profile and who it is, as {@code me} in its credentials says; null while pairing is not finished or when the credentials
 * are unreadable.
 *
 * @param jid {@code me.id}
 * @param lid {@code me.lid}
 * @param name {@code me.name}
 * @param updatedAt when the credentials were last written, null when there are none
 */
public record ProfileDescription(
        ProfileId profile,
        @Nullable String jid,
        @Nullable String lid,
        @Nullable String name,
        @Nullable Instant updatedAt) {}
