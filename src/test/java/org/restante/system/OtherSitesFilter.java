package org.restante.system;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets pages of other sites read the answers, with a header that browsers take once only. */
@Provider
public class OtherSitesFilter implements ContainerResponseFilter {

    static final String HEADER = "Access-Control-Allow-Origin";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HEADER, "*");
    }
}
