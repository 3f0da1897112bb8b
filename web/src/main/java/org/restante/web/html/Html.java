package org.restante.web.html;

/** Text in HTML and XML. */
public final class Html {

    private Html() {}

    /** The text with the five characters written out that mean something there. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
