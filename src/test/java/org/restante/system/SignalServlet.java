package org.restante.system;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.Restante;
import org.restante.example.signal.SignalRefusalException;
import org.restante.example.signal.SignalSession;
import org.signal.libsignal.protocol.SignalProtocolAddress;

/**
 * Where messages arrive: {@code POST /tests/signal?to=bob&from=alice&type=2} with the ciphertext. 204 says that it was
 * handled, 409 why the library refuses it.
 */
@WebServlet("/signal")
public class SignalServlet extends HttpServlet {

    /** Where it is on each node. */
    static final String PATH = "/tests/signal";

    private static final long serialVersionUID = 1;

    @Inject
    transient Restante restante;

    @Inject
    transient SignalHandler handler;

    @Inject
    transient SignalHangs hangs;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignalSession session = new SignalSession(
                restante.profile(request.getParameter("to")),
                new SignalProtocolAddress(request.getParameter("from"), 1));
        int type = Integer.parseInt(request.getParameter("type"));
        byte[] ciphertext = request.getInputStream().readAllBytes();
        try {
            session.decrypt(type, ciphertext); // committed: from here on a kill does not lose the plaintext
            hangs.hangIfAsked(SignalHangs.DECRYPTED);
            handler.handle(session, type, ciphertext);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (SignalRefusalException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().print(e.getCause());
        }
    }

    /** The moments at which deliveries hang. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(hangs.reached());
    }
}
