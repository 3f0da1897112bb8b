package org.restante.web.access;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where one leaves the console. */
@WebServlet(urlPatterns = LogoutServlet.PATH, asyncSupported = true)
public class LogoutServlet extends HttpServlet {

    static final String PATH = "/logout";

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        ConsoleSession.end(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + LoginServlet.PATH);
    }
}
