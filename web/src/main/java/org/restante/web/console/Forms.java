package org.restante.web.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.storage.StorageUnavailableException;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.Problems;

/** What forms do, and how it is told that they cannot. */
final class Forms {

    private Forms() {}

    /** Does something; gives the address of the page to go to, or null to stay. */
    @FunctionalInterface
    interface Action {
        @Nullable String run() throws IOException;
    }

    /** Does what a form asks for, and goes to the next page when it is done; else tells why not. */
    static void perform(Action action) {
        attempt(action).ifPresent(problem -> error(problem.detail()));
    }

    /** What hinders the action, if anything that can be told does. */
    static Optional<Problem> attempt(Action action) {
        try {
            String next = action.run();
            if (next != null) {
                FacesContext.getCurrentInstance().getExternalContext().redirect(next);
            }
            return Optional.empty();
        } catch (InvalidInputException | StorageUnavailableException | ProblemException e) {
            return Optional.of(Problems.of(e));
        } catch (UnsupportedOperationException e) {
            return Optional.of(Problem.of(ProblemKind.UNPROCESSABLE, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells that something was not done. */
    static void error(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}
