package org.restante.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of every resource: {@code /restante/api}. */
@ApplicationPath("api")
public class ApiApplication extends Application {}
