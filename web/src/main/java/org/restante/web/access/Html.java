package org.restante.web.access;

/** Text in HTML and XML. */
final class Html {

    private Html() {}

    /** The text with the five characters written out that mean something there. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
