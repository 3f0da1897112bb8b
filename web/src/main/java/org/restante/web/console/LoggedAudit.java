package org.restante.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.restante.web.json.Json;

/** Writes it into the log of the server, one line for each, in which no text can pass for another line. */
@ApplicationScoped
public class LoggedAudit implements ConsoleAudit {

    private static final Logger LOG = System.getLogger("org.restante.audit");

    @Override
    public void record(String who, String what, String subject, String reason) {
        LOG.log(Level.INFO, "{0} {1} {2}: {3}", quoted(who), what, quoted(subject), quoted(reason));
    }

    private static String quoted(String text) {
        return Json.MAPPER.valueToTree(text).toString();
    }
}
