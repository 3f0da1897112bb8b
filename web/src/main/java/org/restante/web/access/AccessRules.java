package org.restante.web.access;

import java.util.Set;
import org.restante.settings.Role;
import org.restante.web.path.RequestPath;

/** Who may do what. What no rule allows is refused, so that a new path is closed until somebody opens it, to viewers too. */
final class AccessRules {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What a client may read beside the API. */
    private static final Set<String> FOR_CLIENTS = Set.of("health", "openapi.yaml");

    /** What a viewer may; figures name profiles. */
    private static final Set<String> FOR_VIEWERS = Set.of("health", "openapi.yaml", "metrics");

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

    /** What else of the API is none. */
    private static final Set<String> WITHOUT_BODIES = Set.of("rollback", "audit", "tokens");

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
            return reading && operations(caller).contains(path.first());
        }
        return caller.role() == Role.VIEWER ? reading && isWithoutBodies(path) : clientMay(caller, reading, path);
    }

    private static Set<String> operations(Caller caller) {
        return caller.role() == Role.VIEWER ? FOR_VIEWERS : FOR_CLIENTS;
    }

    /** Whether that method changes nothing. */
    static boolean isReading(String method) {
        return READING.contains(method);
    }

    /** Listings and figures: no entry, none of them as a zip, no sent message, nothing that a conversation remembers, no receipt. */
    private static boolean isWithoutBodies(RequestPath path) {
        return switch (path.api(0)) {
            case "profiles" ->
                path.isApiRoot()
                        || path.isListOfEntries()
                        || path.isRetries()
                        || CHAT_WITHOUT_BODIES.contains(String.valueOf(path.chat()));
            case "dedup" -> !path.isBelowDedup();
            default -> WITHOUT_BODIES.contains(path.api(0));
        };
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
