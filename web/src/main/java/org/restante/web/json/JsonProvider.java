package org.restante.web.json;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/** JSON bodies of resources, in place of the server's own JSON. */
@Provider
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/problem+json", "application/*+json"})
public class JsonProvider extends JacksonJsonProvider {

    public JsonProvider() {
        super(Json.MAPPER);
    }
}
