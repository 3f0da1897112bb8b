package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.web.profile.ProfileWipe;

/** The wipe of a profile, whose name is typed in. */
@Named("wipe")
@RequestScoped
public class WipeForm {

    private @Nullable String name;

    @Inject
    ProfileWipe wipe;

    @Inject
    Reason reason;

    @Inject
    ConsoleUser user;

    /** Removes everything that is kept for the profile. */
    public void wipe() {
        Forms.perform(() -> {
            ProfileId id = new ProfileId(Address.parameter("id"));
            if (!id.value().equals(name)) {
                throw new InvalidInputException("name", "must be that of the profile, exactly; nothing was wiped");
            }
            user.require();
            wipe.wipe(id, reason.required());
            return Address.of("profiles", "done", "wiped");
        });
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
