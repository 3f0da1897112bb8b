package org.restante.messaging;

import jakarta.el.ELException;
import jakarta.el.ELProcessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What annotations say of a call in Jakarta Expression Language. */
final class Expression {

    private Expression() {}

    /**
     * Its value, in which the first argument of the call has the name "argument", and all have the name "arguments".
     *
     * @throws IllegalArgumentException when it cannot be evaluated
     */
    static @Nullable Object evaluated(String expression, List<@Nullable Object> arguments) {
        ELProcessor processor = new ELProcessor();
        processor.defineBean("argument", arguments.isEmpty() ? null : arguments.get(0));
        processor.defineBean("arguments", arguments);
        try {
            return processor.eval(expression);
        } catch (ELException e) {
            throw new IllegalArgumentException("the expression cannot be evaluated: " + expression, e);
        }
    }

    /**
     * A text of at least one character.
     *
     * @throws MissingKeyException naming the source when there is none
     */
    static String present(@Nullable Object value, String source) {
        String text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            throw new MissingKeyException(source);
        }
        return text;
    }
}
