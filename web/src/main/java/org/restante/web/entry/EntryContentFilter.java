package org.restante.web.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Content;
import org.restante.web.path.RequestPath;

/**
 * Keeps the Content-Type of entries verbatim. REST implementations parse it, write it anew, add charsets and refuse what
 * they do not know; behind this filter they only ever see {@code application/octet-stream}.
 */
public class EntryContentFilter extends HttpFilter {

    private static final String GIVEN = EntryContentFilter.class.getName() + ".given";
    /** The request attribute with the Content-Type that the answer is to have, to the letter. */
    public static final String ANSWER = EntryContentFilter.class.getName() + ".answer";

    private static final String HEADER = "Content-Type";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!RequestPath.of(request).isEntry()) {
            chain.doFilter(request, response);
            return;
        }
        String given = request.getHeader(HEADER);
        request.setAttribute(GIVEN, given == null || given.isEmpty() ? Content.OCTET_STREAM : given);
        chain.doFilter(new OpaqueRequest(request), new VerbatimResponse(request, response));
    }

    /** The Content-Type that the client sent, {@code application/octet-stream} where it sent none. */
    static String mediaType(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(GIVEN));
    }

    /** Answers with that Content-Type, whatever is set afterwards. */
    static void answerWith(HttpServletRequest request, String mediaType) {
        request.setAttribute(ANSWER, mediaType);
    }

    private static final class OpaqueRequest extends HttpServletRequestWrapper {

        OpaqueRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return Content.OCTET_STREAM;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HEADER) ? Content.OCTET_STREAM : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HEADER)
                    ? Collections.enumeration(List.of(Content.OCTET_STREAM))
                    : super.getHeaders(name);
        }
    }

    private static final class VerbatimResponse extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        VerbatimResponse(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setContentType(String type) {
            super.setContentType(verbatim(type));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, name.equalsIgnoreCase(HEADER) ? verbatim(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, name.equalsIgnoreCase(HEADER) ? verbatim(value) : value);
        }

        private String verbatim(String type) {
            return request.getAttribute(ANSWER) instanceof String answer ? answer : type;
        }
    }
}
