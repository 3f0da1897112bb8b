package org.restante.metering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.restante.entry.ProfileId;

/** The profiles that were used last, and no more of them than that. Thread-safe. */
public final class RecentProfiles {

    private final int most;
    private final Map<ProfileId, Boolean> used;

    RecentProfiles(int most) {
        this.most = most;
        this.used = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ProfileId, Boolean> eldest) {
                return size() > RecentProfiles.this.most;
            }
        };
    }

    void use(ProfileId profile) {
        synchronized (used) {
            used.put(profile, true);
        }
    }

    /** All of them, the last one at the end. */
    public List<ProfileId> all() {
        synchronized (used) {
            return List.copyOf(used.keySet());
        }
    }
}
