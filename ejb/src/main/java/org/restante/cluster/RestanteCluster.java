package org.restante.cluster;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@link javax.cache.CacheManager} of the cluster that this node is a member of, for caches of the application's own
 * beside those of Restante. It is another one than the server's, and is not to be closed by whoever injects it. Values are
 * texts, numbers, {@code byte[]} or Hazelcast's {@code IdentifiedDataSerializable}: Java objects that were written by default
 * serialization are refused. Who uses it on a thread of the server ends with {@link CallingThread#forgetGrid}: else that thread
 * keeps the application after it was undeployed.
 */
@Qualifier @Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD, FIELD, PARAMETER})
public @interface RestanteCluster {}
