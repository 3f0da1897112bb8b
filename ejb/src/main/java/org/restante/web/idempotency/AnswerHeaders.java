package org.restante.web.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which headers of an answer belong to it, and which to the connection or the moment. */
final class AnswerHeaders {

    private static final Set<String> OF_THE_MOMENT = Set.of(
            "connection",
            "content-length",
            "date",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private AnswerHeaders() {}

    /** Those to be kept. */
    static Map<String, List<String>> kept(Map<String, List<String>> all) {
        Map<String, List<String>> kept = new TreeMap<>();
        all.forEach((name, values) -> {
            if (!OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, new ArrayList<>(values));
            }
        });
        return kept;
    }

    /** The same with that Content-Type. */
    static Map<String, List<String>> withContentType(Map<String, List<String>> headers, String contentType) {
        Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put("Content-Type", List.of(contentType));
        return changed;
    }
}
