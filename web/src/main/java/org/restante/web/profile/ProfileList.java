package org.restante.web.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.storage.ProfileDescription;

/** Profiles as they are answered. */
public record ProfileList(List<Item> profiles) {

    /**
     * One profile; what is not known of it is null.
     *
     * @param profile its name
     */
    public record Item(
            String profile,
            @Nullable String jid,
            @Nullable String lid,
            @Nullable String name,
            @Nullable Instant updatedAt) {

        static Item of(ProfileDescription description) {
            return new Item(
                    description.profile().value(),
                    description.jid(),
                    description.lid(),
                    description.name(),
                    description.updatedAt());
        }
    }
}
