package org.restante.dedup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.Decision.InFlight;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * One page of the claims in flight, the oldest first.
 *
 * @param claims at most as many as were asked for
 * @param next what to ask for next, null when this page is the last
 */
public record ClaimPage(List<Item> claims, @Nullable Request next) {

    public static final int MAX_LIMIT = 1000;
    public static final int DEFAULT_LIMIT = 100;

    public ClaimPage {
        claims = List.copyOf(claims);
    }

    /** The request for the following page, empty when this is the last. */
    public Optional<Request> following() {
        return Optional.ofNullable(next);
    }

    /** A key and who is handling it. */
    public record Item(DedupKey key, InFlight state) {}

    /** Behind which claim a page begins. */
    public record Place(Instant since, String key) {

        /** @throws InvalidInputException naming {@code after} when the key cannot be one */
        public Place {
            EntryKey.requireKey("after", key);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Place(" + since + ")";
        }
    }

    /**
     * Which page is wanted.
     *
     * @param after the last claim of the page before, null for the first page
     * @param limit how many at most, 1 to {@value #MAX_LIMIT}
     */
    public record Request(@Nullable Place after, int limit) {

        /** @throws InvalidInputException naming {@code limit} */
        public Request {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new InvalidInputException("limit", "must be 1 to " + MAX_LIMIT + ", but is " + limit);
            }
        }

        /** The first page of at most that many. */
        public static Request first(int limit) {
            return new Request(null, limit);
        }
    }

    /** The page out of up to one claim more than was asked for, by which it is known that there are more. */
    static ClaimPage of(List<Item> found, Request request) {
        if (found.size() <= request.limit()) {
            return new ClaimPage(found, null);
        }
        List<Item> claims = found.subList(0, request.limit());
        Item last = claims.get(claims.size() - 1);
        Place place = new Place(last.state().since(), last.key().key());
        return new ClaimPage(claims, new Request(place, request.limit()));
    }
}
