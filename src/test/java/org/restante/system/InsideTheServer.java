package org.restante.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Tag;

/** A test class that is deployed with the EAR and runs inside a server: of WildFly, and of Payara where that is asked for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ArquillianTest
@Tag("inside")
@interface InsideTheServer {
    /** What the name of the class loader of the EAR's libraries has in it, on either server. */
    List<String> LOADERS = List.of("deployment.restante.ear", "applications/restante/lib");
}
