package org.restante.web.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.storage.StorageUnavailableException;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.Problems;

/** A page that reads when it is about to be shown, and tells where it cannot. */
public abstract class Page {

    private @Nullable String problem;

    /** Why there is nothing to show; null where there is. */
    public @Nullable String getProblem() {
        return problem;
    }

    /** Reads what the page shows. */
    public void load() {
        if (FacesContext.getCurrentInstance().getResponseComplete()) {
            return;
        }
        try {
            read();
        } catch (InvalidInputException
                | StorageUnavailableException
                | ProblemException
                | UnsupportedOperationException e) {
            Problem known = problem(e);
            problem = known.detail();
            external().setResponseStatus(known.status());
        }
    }

    /** Reads; what it throws is told. */
    protected abstract void read();

    /** Does what a form asks for, and goes to that page when it is done; else tells why not. */
    protected void perform(Action action) {
        try {
            redirect(action.run());
        } catch (InvalidInputException
                | StorageUnavailableException
                | ProblemException
                | UnsupportedOperationException e) {
            error(problem(e).detail());
        }
    }

    /** What a form asks for; gives the address of the page to go to. */
    @FunctionalInterface
    protected interface Action {
        String run();
    }

    /** Tells that something was not done. */
    protected static void error(String text) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private static Problem problem(RuntimeException e) {
        return e instanceof UnsupportedOperationException
                ? Problem.of(ProblemKind.UNPROCESSABLE, String.valueOf(e.getMessage()))
                : Problems.of(e);
    }

    private static void redirect(String address) {
        try {
            external().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
