package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import org.restante.ForProfile;
import org.restante.conversation.Conversations;

/** {@code POST /tests/room?id=…&number=…} brings a question to each of the beans; with {@code misplaced} a message to that one. */
@WebServlet("/room")
public class RoomServlet extends HttpServlet {

    static final String PATH = "/tests/room";

    private static final long serialVersionUID = 1;

    @Inject
    @ForProfile(Desk.PROFILE)
    transient Conversations conversations;

    @Inject
    transient HandlerRoom handler;

    @Inject
    transient ApplicationRoom application;

    @Inject
    transient SessionRoom session;

    @Inject
    transient WarRoom war;

    @Inject
    transient JMSContext messages;

    @Resource(lookup = MisplacedBean.QUEUE)
    transient Queue misplaced;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        String id = request.getParameter("id");
        if (request.getParameter("misplaced") != null) {
            messages.createProducer().setJMSType("any").send(misplaced, id);
            return;
        }
        Question question = new Question("room", id, Integer.parseInt(request.getParameter("number")), "");
        try {
            conversations.handle(question.conversation(), id, question, handler);
            application.answer(question);
            session.answer(question);
            war.answer(question);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
