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

/** Injects the cache of that namespace: {@code @Inject @DedupNamespace("orders") DedupCache dedup}. */
@Qualifier @Documented
@Retention(RUNTIME)
@Target({FIELD, PARAMETER, METHOD, TYPE})
public @interface DedupNamespace {

    /** The name of the namespace, 1 to 64 characters; a name that breaks that fails the injection. */
    @Nonbinding
    String value();
}
