package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditTrail;
import org.restante.settings.Role;
import org.restante.web.access.Caller;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Who looks at the page. */
@Named("user")
@RequestScoped
public class ConsoleUser {

    @Inject
    AuditTrail audit;

    /** The name. */
    public String getName() {
        return caller().name();
    }

    /** Whether this user may change things and see contents. */
    public boolean isOperator() {
        return caller().role() == Role.OPERATOR;
    }

    /** The role in lower case. */
    public String getRole() {
        return isOperator() ? "operator" : "viewer";
    }

    /**
     * Writes down what this user is about to do.
     *
     * @throws ProblemException when the user may not
     */
    void about(String what, String subject, String reason) {
        if (!isOperator()) {
            throw new ProblemException(ProblemKind.FORBIDDEN, "the user " + getName() + " may not do this");
        }
        audit.record(new AuditEntry(getName(), what, subject, reason));
    }

    private static Caller caller() {
        return Caller.of((HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest());
    }
}
