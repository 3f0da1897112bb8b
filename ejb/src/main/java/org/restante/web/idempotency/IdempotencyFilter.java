package org.restante.web.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.restante.dedup.Decision;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.entry.InvalidInputException;

/** Lets a request with a key through once, and answers it from what was kept the other times. Thread-safe. */
final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** The request property that holds the {@link ClaimedRequest}. */
    static final String CLAIMED = ClaimedRequest.class.getName();

    /** The request property that says that the entity is the body to the byte. */
    static final String AS_IT_IS = KeptAnswer.class.getName();

    /** The request property that holds the {@link KeptAnswer.Head} of what is replayed. */
    private static final String KEPT = KeptAnswer.Head.class.getName();

    /** Says that the answer is that of an earlier request. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** Answers that are of the moment or of the caller, and not of the request. */
    private static final Set<Integer> TRY_AGAIN = Set.of(401, 403, 408, 409, 425, 429);

    private final Supplier<IdempotentRequests> requests;
    private final boolean required;

    IdempotencyFilter(Supplier<IdempotentRequests> requests, boolean required) {
        this.requests = requests;
        this.required = required;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        try {
            Optional<IdempotencyKey> key =
                    IdempotencyKey.parse(request.getHeaders().getOrDefault(IdempotencyKey.HEADER, List.of()));
            if (key.isPresent()) {
                filter(request, key.get());
            } else if (required) {
                throw new InvalidInputException(IdempotencyKey.HEADER, "must be there");
            }
        } catch (InvalidInputException e) {
            answer(request, Refusal.invalid(e));
        }
    }

    private void filter(ContainerRequestContext request, IdempotencyKey key) throws IOException {
        Optional<byte[]> body = Payload.read(request, requests.get().maxBody());
        if (body.isEmpty()) {
            String detail = "the body has more than " + requests.get().maxBody() + " bytes";
            answer(request, Refusal.TOO_LARGE.answer(detail, Map.of()));
            return;
        }
        try {
            decide(request, RequestIdentity.of(request, key, body.get()));
        } catch (FingerprintMismatchException e) {
            answer(request, Refusal.UNPROCESSABLE.answer("this key came before with another request", Map.of()));
        }
    }

    private void decide(ContainerRequestContext request, RequestIdentity identity) {
        Decision decision = requests.get().claim(identity);
        if (decision instanceof Decision.Claimed claimed) {
            request.setProperty(CLAIMED, requests.get().begin(claimed.claim()));
        } else if (decision instanceof Decision.Completed completed) {
            KeptAnswer kept = KeptAnswer.of(completed.receipt());
            request.setProperty(KEPT, kept.head());
            answer(request, replay(kept));
        } else {
            answer(request, Refusal.inFlight());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(KEPT) instanceof KeptAnswer.Head kept) {
            // those of other filters are among them: what these have added to the replay would be there twice
            kept.headers().forEach((name, values) -> response.getHeaders().put(name, new ArrayList<>(values)));
        }
        if (!(request.getProperty(CLAIMED) instanceof ClaimedRequest claimed)) {
            return;
        }
        if (response.getStatus() >= 500 || TRY_AGAIN.contains(response.getStatus())) {
            claimed.release();
            return;
        }
        Map<String, List<String>> headers = AnswerHeaders.kept(response.getStringHeaders());
        KeptAnswer.Head head = new KeptAnswer.Head(response.getStatus(), headers, true);
        claimed.answered(head);
        if (!response.hasEntity()) {
            claimed.complete(new KeptAnswer(head, new byte[0]));
        }
    }

    private static Response replay(KeptAnswer kept) {
        KeptAnswer.Head head = kept.head();
        if (!head.whole()) {
            return Refusal.answerLost(head.status());
        }
        Response.ResponseBuilder answer = Response.status(head.status()).header(REPLAYED, "true");
        return (kept.body().length == 0 ? answer : answer.entity(kept.body())).build();
    }

    private static void answer(ContainerRequestContext request, Response answer) {
        request.setProperty(AS_IT_IS, true);
        request.abortWith(answer);
    }
}
