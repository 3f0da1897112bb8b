package org.restante.messaging;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.restante.conversation.ConversationStrategy;

/**
 * A method that handles the messages of conversations, one after the other in each. A call from outside keeps its argument and
 * comes back at once; then the method is run in a transaction of its own, on this node or another one, as
 * {@link org.restante.conversation.Conversations#handle} says. A call with an id that came before does nothing. If the
 * conversation is busy and the strategy is to reject, the call ends with {@link ConversationBusyException}.
 *
 * <p>It stands on a method of a bean of CDI or a session bean, with one parameter, the message, and without a result; a
 * message-driven bean calls it:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Desk {
 *     @Conversation(name = "desk", profile = "primary", key = "argument.room()", id = "argument.id()")
 *     public void answer(Question question) { … }
 * }
 * }</pre>
 *
 * <p>Not on a message-driven bean itself: of that nobody but the container can make a call later. Like every interceptor it
 * reaches only calls from outside, of beans that the container made. What was left when all nodes went down is handled from
 * the start of a node on where the bean is seen by Restante's module; one in a WAR from the first call on.
 */
@InterceptorBinding
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Conversation {

    /** By which messages that wait know the method, also after a restart: 1 to 64 characters, without colons. */
    @Nonbinding
    String name() default "";

    /** The profile; one of the two is given. */
    @Nonbinding
    String profile() default "";

    /** The profile in Jakarta Expression Language, where {@code argument} is the message. */
    @Nonbinding
    String profileExpression() default "";

    /**
     * The key of the conversation, such as a thread or a channel, in Jakarta Expression Language: {@code argument.room} of a
     * bean, {@code argument.room()} of a record, of public classes.
     */
    @Nonbinding
    String key() default "";

    /** The id of the message, unique in its conversation, in Jakarta Expression Language. */
    @Nonbinding
    String id() default "";

    /** What becomes of a message whose conversation is busy. */
    @Nonbinding
    ConversationStrategy strategy() default ConversationStrategy.QUEUE;

    /** How long a conversation is held by a node that has died, as ISO text. */
    @Nonbinding
    String lease() default "PT30S";

    /** The window of {@link ConversationStrategy#DEBOUNCE}, as ISO text. */
    @Nonbinding
    String window() default "PT1.5S";

    /** How many messages {@link ConversationStrategy#CONCURRENT} handles at once in a conversation. */
    @Nonbinding
    int cap() default 10;

    /** How often a message is handled in vain before it is put aside; 0 for without end. */
    @Nonbinding
    int maxAttempts() default 10;

    /** How long one handling may take before it is rolled back, as ISO text. */
    @Nonbinding
    String limit() default "PT5M";
}
