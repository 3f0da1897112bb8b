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
import org.restante.web.audit.RecordedChanges;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Who looks at the page. */
@Named("user")
@RequestScoped
public class ConsoleUser {

    @Inject
    AuditTrail audit;

    @Inject
    RecordedChanges changes;

    /** The name. */
    public String getName() {
        return caller().name();
    }

    /** Whether this user may change things and see contents. */
    public boolean isOperator() {
        return caller().role() == Role.OPERATOR;
    }

    /** Whether this user may make tokens. */
    public boolean isTokenMaker() {
        return caller().makesTokens();
    }

    /** The role in lower case. */
    public String getRole() {
        return caller().role().text();
    }

    /** Whether this user has logged in on a page, and can log out. */
    public boolean isLoggedIn() {
        return request().getSession(false) != null;
    }

    /**
     * What this user is about to change, to be recorded with the change.
     *
     * @throws ProblemException when the user may not
     */
    AuditEntry about(String action, String subject, String why) {
        require();
        return changes.entry(action, subject, why);
    }

    /**
     * Writes down what this user is about to see.
     *
     * @throws ProblemException when the user may not
     */
    void looksAt(String action, String subject) {
        audit.record(about(action, subject, ""));
    }

    /** @throws ProblemException when the user may not change anything */
    void require() {
        require(isOperator());
    }

    /** @throws ProblemException when the user may make no tokens */
    void requireTokenMaker() {
        require(isTokenMaker());
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(ProblemKind.FORBIDDEN, "the user " + getName() + " may not do this");
        }
    }

    private static Caller caller() {
        return Caller.of(request());
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
