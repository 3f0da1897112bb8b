package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request of a known caller. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    AuthenticatedRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
        caller.attach(request);
    }

    @Override
    public String getAuthType() {
        if (caller.isToken()) {
            return "BEARER";
        }
        return getHeader("Authorization") == null ? FORM_AUTH : BASIC_AUTH;
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().text().equals(role);
    }
}
