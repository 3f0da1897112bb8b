package org.restante.web.path;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request with another path: the same one, written in harmless characters. */
final class CanonicalRequest extends HttpServletRequestWrapper {

    /** Where the server routes the API. */
    static final String MAPPING = "/api";

    private final String uri;
    private final String url;
    private final String pathInfo;

    CanonicalRequest(HttpServletRequest request, RequestPath path) {
        super(request);
        String originalUrl = request.getRequestURL().toString();
        String origin = originalUrl.substring(
                0, originalUrl.length() - request.getRequestURI().length());
        this.uri = request.getContextPath() + path.canonical();
        this.url = origin + uri;
        this.pathInfo = path.canonical().substring(MAPPING.length());
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // as the interface has it
    public StringBuffer getRequestURL() {
        return new StringBuffer(url);
    }

    @Override
    public String getPathInfo() {
        return pathInfo;
    }
}
