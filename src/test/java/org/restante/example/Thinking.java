package org.restante.example;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that an answer takes: none, but for {@code think 15}, which is thought about for that many seconds. */
final class Thinking {

    private static final Pattern WANTED = Pattern.compile("think ([1-9]|1[0-9])");

    private Thinking() {}

    static void about(String text) {
        Matcher wanted = WANTED.matcher(text.strip());
        if (wanted.matches()) {
            try {
                TimeUnit.SECONDS.sleep(Long.parseLong(wanted.group(1)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while thinking", e); // the message is handled again
            }
        }
    }
}
