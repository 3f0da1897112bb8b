package org.restante;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Injects the service of that profile: {@code @Inject @ForProfile("primary") Storage storage}. */
@Qualifier @Documented
@Retention(RUNTIME)
@Target({FIELD, PARAMETER, METHOD, TYPE})
public @interface ForProfile {

    /** The name of the profile, within the limits of {@link org.restante.entry.ProfileId}; a name that breaks them fails the injection. */
    @Nonbinding
    String value();
}
