package org.restante.messaging;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Runs a method once for each key: the {@code onMessage} of a message-driven bean, or a method of any bean of CDI or EJB. Who
 * comes with a key that was handled is not run and ends well, so that its message is acknowledged. Who comes while the key is
 * being handled elsewhere, or after a crash, waits, and is never taken for a duplicate: after {@link #patience} it ends with
 * {@link KeyInFlightException}, and the broker delivers the message again.
 *
 * <p>If the method throws, or its transaction is marked for rollback, the key can be handled again, and the exception reaches
 * the caller. {@link Handling} tells the method which claim it has, and takes its receipt.
 *
 * <p>Like every interceptor it reaches only calls from outside, of beans that the container made: not a call of {@code this},
 * and not an object made with {@code new} or by a producer.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Deduplicated {

    /** How a claim, the work and the receipt are committed. */
    enum Mode {
        /**
         * All in the caller's transaction, which must be there: a rollback undoes the three together. Nobody else sees the
         * claim before the commit, so no lease runs out meanwhile.
         */
        JOINED,
        /**
         * The claim is committed before the method is run, and its lease is renewed meanwhile: for methods that do what no
         * rollback undoes, since it shows, also after a crash, that there was an attempt. The receipt is committed with the
         * transaction of the work, if there is one. Who loses the claim has that transaction rolled back.
         */
        INDEPENDENT
    }

    /** What becomes of a duplicate. */
    enum OnDuplicate {
        /** Nothing: the caller is given null, or the zero of a primitive type. */
        SKIP,
        /**
         * The caller is given what the first call came to, which was kept as the receipt in CBOR. Where that is nothing,
         * {@link Duplicate} is fired with the receipt, and observed before the call ends.
         */
        RECEIPT
    }

    /** Where the keys are, 1 to 64 characters. Methods with the same one share their keys. */
    @Nonbinding
    String namespace();

    /**
     * The property of the JMS message that is the key, or one of JMSCorrelationID, JMSMessageID and JMSType. Without it and
     * without an {@link #expression} the key is the message's id, which a sender who sends once more does not repeat.
     */
    @Nonbinding
    String property() default "";

    /**
     * The key in Jakarta Expression Language, where {@code argument} is the first argument of the call and {@code arguments}
     * are all: {@code argument.id} of a bean, {@code argument.id()} of a record, of public classes.
     */
    @Nonbinding
    String expression() default "";

    /** How a claim, the work and the receipt are committed. */
    @Nonbinding
    Mode mode() default Mode.JOINED;

    /** What becomes of a duplicate. */
    @Nonbinding
    OnDuplicate onDuplicate() default OnDuplicate.SKIP;

    /**
     * How often a message is handled at most, by the broker's count of deliveries or that of the claim's attempts, whichever is
     * higher; 0 leaves it to the broker. The delivery after that puts the message on the {@link #deadLetterQueue} in its own
     * transaction, and the key is free. The broker's own limit must be higher, else it takes the message away before.
     */
    @Nonbinding
    int maxAttempts() default 0;

    /** The JNDI name of the queue for messages that were handled too often; needed with {@link #maxAttempts}. */
    @Nonbinding
    String deadLetterQueue() default "";

    /** How long a claim of {@link Mode#INDEPENDENT} is held unless it is renewed, as ISO text; that of the namespace if empty. */
    @Nonbinding
    String lease() default "";

    /**
     * How long to wait while the key is handled elsewhere, as ISO text. It counts towards the time limit of the caller's
     * transaction, which many servers end after 5 minutes.
     */
    @Nonbinding
    String patience() default "PT2M";
}
