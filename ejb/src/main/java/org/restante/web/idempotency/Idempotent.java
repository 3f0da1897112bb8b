package org.restante.web.idempotency;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A REST resource, or a method of one, that takes an {@code Idempotency-Key}: with the key of an earlier request it is not done
 * again. An annotation at the method counts before one at its class. It has its effect in applications that name {@link
 * IdempotencyFeature} among their classes.
 */
@NameBinding
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Idempotent {

    /** Whether a request without a key is refused with 400; else it is done as if this annotation were not there. */
    boolean required() default false;
}
