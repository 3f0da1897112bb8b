package org.restante.web.access;

import java.util.Set;
import org.restante.settings.Role;
import org.restante.web.path.RequestPath;

/** Who may do what. What no rule allows is refused, so that a new path is closed until somebody opens it. */
final class AccessRules {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What every user may read beside the API. */
    private static final Set<String> OPERATIONS = Set.of("health", "metrics", "openapi.yaml");

    /** The pages of the console, whose forms ask themselves who sends them, and what these are made of. */
    private static final Set<String> CONSOLE = Set.of(
            "",
            "overview",
            "profiles",
            "profile",
            "claims",
            "conversations",
            "tokens",
            "changes",
            "jakarta.faces.resource");

    /** What of conversations is no body; what is new is closed. */
    private static final Set<String> CHAT_WITHOUT_BODIES = Set.of("subscriptions", "dedupe", "locks", "queues");

    private AccessRules() {}

    /** Whether the caller may use that method on that path. */
    static boolean allow(Caller caller, String method, RequestPath path) {
        boolean reading = isReading(method);
        if (caller.role() == Role.OPERATOR) {
            return true;
        }
        if (caller.role() == Role.VIEWER && CONSOLE.contains(path.first())) {
            return reading || method.equals("POST");
        }
        if (!path.isApi()) {
            return reading && OPERATIONS.contains(path.first());
        }
        return caller.role() == Role.VIEWER ? reading && !holdsBodies(path) : clientMay(caller, reading, path);
    }

    /** Whether that method changes nothing. */
    static boolean isReading(String method) {
        return READING.contains(method);
    }

    /** An entry, all of them as a zip, a sent message, what a conversation remembers, or the receipt of a key. */
    private static boolean holdsBodies(RequestPath path) {
        return path.isEntry()
                || path.isBelowRetries()
                || path.isBelowDedup()
                || (path.chat() != null && !CHAT_WITHOUT_BODIES.contains(path.chat()))
                || (path.api(0).equals("profiles") && path.api(2).equals("export"));
    }

    private static boolean clientMay(Caller caller, boolean reading, RequestPath path) {
        return switch (path.api(0)) {
            // the list itself shows a client its own profiles only
            case "profiles" -> path.isApiRoot() ? reading : caller.seesProfile(path.api(1));
            case "dedup" -> caller.seesNamespace(path.api(1));
            default -> false;
        };
    }
}
