package org.restante.web.path;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/**
 * The path of a request below the application, as the client wrote it.
 *
 * @param segments the plain names, slashes left out; an empty one stands where two slashes meet or a path ends with one
 */
public record RequestPath(List<String> segments) {

    private static final String ATTRIBUTE = RequestPath.class.getName();
    private static final String API = "api";
    private static final Set<String> NAMED_BY_ID = Set.of("subscriptions", "threads", "channels");

    public RequestPath {
        segments = List.copyOf(segments);
    }

    /**
     * Reads the raw path of a request.
     *
     * @throws InvalidInputException naming the part that is malformed
     */
    static RequestPath read(String rawUri, String contextPath) {
        String[] raw = rawUri.split("/", -1);
        int first = contextPath.split("/", -1).length;
        List<String> segments = new ArrayList<>();
        for (int i = first; i < raw.length; i++) {
            segments.add(segment(raw[i], segments));
        }
        return new RequestPath(segments);
    }

    /** The path of a request that went through {@link NamesFilter}. */
    public static RequestPath of(HttpServletRequest request) {
        return (RequestPath) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether this is a path of the API, which begins with {@code /api}. */
    public boolean isApi() {
        return segment(0).equals(API);
    }

    /** The first segment, empty when there is none. */
    public String first() {
        return segment(0);
    }

    /** Whether this is {@code /api/…} with one segment, such as {@code /api/profiles}. */
    public boolean isApiRoot() {
        return isApi() && segments.size() == 2;
    }

    /** The segment behind {@code /api} of that index, empty when the path is shorter. */
    public String api(int index) {
        return segment(index + 1);
    }

    /** Whether this is {@code /api/profiles/{profile}/entries/{namespace}/{key}}. */
    public boolean isEntry() {
        return isApi() && segments.size() == 6 && api(0).equals("profiles") && api(2).equals("entries");
    }

    /** Whether this is {@code /api/profiles/{profile}/entries/{namespace}}. */
    public boolean isListOfEntries() {
        return isApi() && segments.size() == 5 && api(0).equals("profiles") && api(2).equals("entries");
    }

    /** Whether this is {@code /api/profiles/{profile}/retries}. */
    public boolean isRetries() {
        return isApi() && segments.size() == 4 && api(0).equals("profiles") && api(2).equals("retries");
    }

    /** What of the conversations this is about: the segment behind {@code /api/profiles/{profile}/chat}; null for other paths. */
    public @Nullable String chat() {
        return isApi() && segments.size() > 4 && api(0).equals("profiles") && api(2).equals("chat") ? api(3) : null;
    }

    /** Whether this is {@code /api/dedup/{namespace}/{key}} or longer. */
    public boolean isBelowDedup() {
        return isApi() && segments.size() > 3 && api(0).equals("dedup");
    }

    /** The same path in the form in which every server routes it alike. */
    String canonical() {
        return segments.stream().map(name -> "/" + PathName.canonical(name)).collect(Collectors.joining());
    }

    private String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    private static String segment(String raw, List<String> before) {
        try {
            return PathName.fromString(raw).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field(before), String.valueOf(e.getMessage()));
        }
    }

    /** What the segment behind these names is called. */
    private static String field(List<String> before) {
        if (before.size() < 2) {
            return "path";
        }
        return switch (before.get(1)) {
            case "profiles" -> fieldOfProfile(before);
            case "dedup" -> fieldOfDedup(before);
            default -> before.size() == 2 ? "path" : "key";
        };
    }

    private static String fieldOfProfile(List<String> before) {
        return switch (before.size()) {
            case 2 -> "profile";
            case 4 -> before.get(3).equals("entries") ? "namespace" : "id";
            case 5 -> NAMED_BY_ID.contains(before.get(4)) && before.get(3).equals("chat") ? "id" : "key";
            default -> "key";
        };
    }

    private static String fieldOfDedup(List<String> before) {
        return switch (before.size()) {
            case 2 -> "namespace";
            case 3 -> "key";
            default -> "path";
        };
    }
}
