package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;

/**
 * {@code POST /tests/crash?id=…} sends a message to each of the two handlers, with {@code window=…} such that they stop there;
 * {@code GET} answers how many have stopped and how many messages are in the queues.
 */
@WebServlet("/crash")
public class CrashServlet extends HttpServlet {

    static final String PATH = "/tests/crash";

    private static final long serialVersionUID = 1;

    @Inject
    transient JMSContext messages;

    @Resource(lookup = JoinedCrashBean.QUEUE)
    transient Queue joined;

    @Resource(lookup = IndependentCrashBean.QUEUE)
    transient Queue independent;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        CrashWindow.valueOf(request.getParameter("window")).arm();
        for (Queue queue : new Queue[] {joined, independent}) {
            messages.createProducer()
                    .setProperty("id", request.getParameter("id"))
                    .send(queue, "text");
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(CrashWindow.reached() + " " + (left(joined) + left(independent)));
    }

    private int left(Queue queue) {
        try (QueueBrowser browser = messages.createBrowser(queue)) {
            int left = 0;
            for (Enumeration<?> each = browser.getEnumeration(); each.hasMoreElements(); each.nextElement()) {
                left++;
            }
            return left;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
