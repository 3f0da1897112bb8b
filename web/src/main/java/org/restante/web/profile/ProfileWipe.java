package org.restante.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.entry.ProfileId;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;

/** The wipe of everything that is kept for a profile, on record. */
@RequestScoped
public class ProfileWipe {

    @Inject
    Restante restante;

    @Inject
    RecordedChanges changes;

    /**
     * Wipes it; fine where nothing is kept.
     *
     * @param why empty where no reason is given
     */
    public void wipe(ProfileId id, String why) {
        Profile profile = restante.profile(id);
        changes.recorded(changes.entry(AuditActions.PROFILE_WIPED, Subjects.profile(id.value()), why), () -> {
            profile.retryCache().clear();
            profile.chat().clear();
            profile.storage().clear(); // last, since the list shows what has entries: it goes when nothing is left
        });
    }
}
