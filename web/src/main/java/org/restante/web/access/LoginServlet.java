package org.restante.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.settings.Role;
import org.restante.web.access.ServerRealm.Login;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;
import org.restante.web.problem.Problems;

/** Where one logs in to the console. */
@WebServlet(urlPatterns = LoginServlet.PATH, asyncSupported = true)
public class LoginServlet extends HttpServlet {

    static final String PATH = "/login";

    private static final int LONGEST_FORM = 16 * 1024;

    @Inject
    transient Users users;

    @Inject
    transient HeldAnswers held;

    @Inject
    transient Credentials credentials;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LoginPage.form(response, Wanted.of(request.getParameter(Wanted.PARAMETER)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > LONGEST_FORM) { // nobody is known yet: no large body is read
            ProblemWriter.write(
                    response, Problem.of(ProblemKind.TOO_LARGE, "a login has at most " + LONGEST_FORM + " bytes"));
            return;
        }
        try {
            Wanted wanted = Wanted.of(parameter(request, Wanted.PARAMETER));
            Login login = new Login(text(request, "user"), text(request, "password"));
            answer(request, response, users.withPassword(request, login), wanted);
        } catch (RuntimeException e) {
            ProblemWriter.write(response, Problems.of(e));
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Optional<Caller> caller, Wanted wanted)
            throws IOException {
        if (caller.isEmpty()) {
            held.failed(request, response, () -> LoginPage.refused(response, wanted));
        } else if (caller.get().role() == Role.CLIENT) {
            LoginPage.message(response, HttpServletResponse.SC_FORBIDDEN, "A client has no console.");
        } else {
            boolean configured = credentials.user(caller.get().name()).isPresent();
            ConsoleSession.begin(request, caller.get(), configured);
            SameSite.guard(response);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + wanted.path());
        }
    }

    private static String text(HttpServletRequest request, String name) {
        String text = parameter(request, name);
        return text == null ? "" : text;
    }

    /** Servers have exceptions of their own for a form that cannot be read. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (RuntimeException e) {
            throw new ProblemException(ProblemKind.INVALID_INPUT, "the form cannot be read");
        }
    }
}
