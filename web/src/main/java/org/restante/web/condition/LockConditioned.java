package org.restante.web.condition;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A resource below profiles: each of its changes is done only while the lock that the request names in {@code lock} and {@code
 * lockToken} is live, if it names one. Every resource below profiles that changes something has this.
 */
@InterceptorBinding
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface LockConditioned {}
