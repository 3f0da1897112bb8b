package org.restante.chat.jpa;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.restante.database.Dialect;

/** The rows of a snapshot as they are written: in place of what somebody else has put there meanwhile. */
record SnapshotSql(Dialect dialect) {

    String value() {
        return row("restante_chat_value", List.of("profile", "kind", "name"), "content", "expires_at")
                .formatted("?");
    }

    /** Takes no place: that is the next one. */
    String dedupe() {
        return row("restante_chat_dedupe", List.of("profile", "dedupe_key"), "room", "place")
                .formatted(next("restante_chat_order"));
    }

    String pending() {
        return row(
                        "restante_chat_pending",
                        List.of("profile", "lock_key", "entry"),
                        "owner",
                        "strategy",
                        "content",
                        "enqueued_at",
                        "expires_at")
                .formatted("?");
    }

    /** A lock for which nothing waits yet. Takes no token: that is a new one. */
    String lock() {
        return row(
                        "restante_chat_lock",
                        List.of("profile", "lock_key"),
                        "owner",
                        "since",
                        "lease_until",
                        "lease",
                        "handler",
                        "queued",
                        "last_entry",
                        "ready_at",
                        "failures",
                        "token")
                .formatted(next("restante_chat_token"));
    }

    /** What was there for a lock whose row is held now. */
    String clear() {
        return "delete from restante_chat_pending where profile = ? and lock_key = ?";
    }

    /** How many wait, and so what the last one's number is. */
    String count() {
        return "update restante_chat_lock set queued = ?, last_entry = ? where profile = ? and lock_key = ?";
    }

    private String next(String sequence) {
        return dialect == Dialect.H2 ? "next value for " + sequence : "nextval('" + sequence + "')";
    }

    /** A statement with a parameter for each column but the last, for which it has a place. */
    private String row(String table, List<String> key, String... columns) {
        String keys = String.join(", ", key);
        String all = keys + ", " + String.join(", ", columns);
        String values = "?, ".repeat(key.size() + columns.length - 1) + "%s";
        if (dialect == Dialect.H2) {
            return "merge into " + table + " (" + all + ") key (" + keys + ") values (" + values + ")";
        }
        String changes = Arrays.stream(columns)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + all + ") values (" + values + ") on conflict (" + keys
                + ") do update set " + changes;
    }
}
