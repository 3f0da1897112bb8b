package org.restante.web.console;

import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** A page that reads when it is about to be shown, and tells where it cannot. */
public abstract class Page {

    private @Nullable String problem;

    /** Why there is nothing to show; null where there is. */
    public @Nullable String getProblem() {
        return problem;
    }

    /** Reads what the page shows. */
    public void load() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!faces.getResponseComplete()) {
            Forms.attempt(() -> {
                        read();
                        return null;
                    })
                    .ifPresent(found -> {
                        problem = found.detail();
                        faces.getExternalContext().setResponseStatus(found.status());
                    });
        }
    }

    /** Reads; what it throws is told. */
    protected abstract void read();
}
