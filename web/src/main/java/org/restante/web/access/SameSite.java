package org.restante.web.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of the cookies of an answer that they are not for other sites. Payara heeds no attribute in web.xml, but has its cookie
 * among the headers at once; Undertow writes its later, and is told elsewhere.
 */
final class SameSite {

    private static final String HEADER = "Set-Cookie";
    private static final String ATTRIBUTE = "; SameSite=Lax";

    private SameSite() {}

    static void guard(HttpServletResponse response) {
        List<String> cookies = new ArrayList<>(response.getHeaders(HEADER));
        for (int i = 0; i < cookies.size(); i++) {
            String cookie = cookies.get(i);
            String guarded = cookie.contains("SameSite=") ? cookie : cookie + ATTRIBUTE;
            if (i == 0) {
                response.setHeader(HEADER, guarded);
            } else {
                response.addHeader(HEADER, guarded);
            }
        }
    }
}
