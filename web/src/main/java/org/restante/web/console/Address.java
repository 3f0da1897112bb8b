package org.restante.web.console;

import jakarta.faces.context.FacesContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of the page that is wanted: the same in an address and in the hidden fields of a form. */
final class Address {

    private Address() {}

    /** A parameter, empty where it is not given. */
    static String parameter(String name) {
        String value = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
        return value == null ? "" : value;
    }

    /** The same, null where it is not given or empty. */
    static @Nullable String given(String name) {
        String value = parameter(name);
        return value.isEmpty() ? null : value;
    }

    /** The address of a page with those parameters, names and values in turn; those without a value are left out. */
    static String of(String page, @Nullable String... parameters) {
        List<String> query = new ArrayList<>();
        for (int at = 0; at + 1 < parameters.length; at += 2) {
            String value = parameters[at + 1];
            if (value != null && !value.isEmpty()) {
                query.add(parameters[at] + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        String base = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/" + page;
        return query.isEmpty() ? base : base + "?" + String.join("&", query);
    }
}
