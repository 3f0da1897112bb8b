package org.restante.web.idempotency;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import org.restante.dedup.Receipt;

/** Keeps the bytes of an answer before they go out: whoever has seen the answer is told the same again. */
final class AnswerKeeper implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException, WebApplicationException {
        Object property = context.getProperty(IdempotencyFilter.CLAIMED);
        KeptAnswer.Head expected = property instanceof ClaimedRequest request ? request.expected() : null;
        if (context.getProperty(IdempotencyFilter.AS_IT_IS) != null && context.getEntity() instanceof byte[] body) {
            context.getOutputStream().write(body);
        } else if (expected == null) {
            context.proceed();
        } else {
            keep(context, (ClaimedRequest) property, complete(expected, context));
        }
    }

    private static void keep(WriterInterceptorContext context, ClaimedRequest request, KeptAnswer.Head head)
            throws IOException {
        OutputStream out = context.getOutputStream();
        HeldAnswer answer = new HeldAnswer(out, Receipt.MAX_LENGTH, () -> request.complete(head.tooLarge()));
        context.setOutputStream(answer);
        try {
            context.proceed();
        } catch (IOException | RuntimeException e) {
            request.release(); // what is answered now is another answer
            throw e;
        } finally {
            context.setOutputStream(out);
        }
        if (answer.isHeld()) {
            request.complete(new KeptAnswer(head, answer.bytes()));
            answer.letGo();
        }
    }

    private static KeptAnswer.Head complete(KeptAnswer.Head head, WriterInterceptorContext context) {
        return context.getMediaType() == null
                ? head
                : new KeptAnswer.Head(
                        head.status(),
                        AnswerHeaders.withContentType(
                                head.headers(), context.getMediaType().toString()),
                        true);
    }
}
