package org.restante.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps tokens, in the caller's transaction where there is one. Thread-safe. */
public interface TokenStore {

    /** Keeps a token under the digest of its secret. */
    void insert(byte[] digest, AccessToken token);

    /** The token of that digest, whether it is still good or not. */
    Optional<AccessToken> find(byte[] digest);

    /** All tokens, the newest first. */
    List<AccessToken> all();

    /** Forgets a token; gives what it was, nothing where it is none. */
    Optional<AccessToken> delete(String id);

    /** Notes that a token was used, unless that was noted for a later time. */
    void used(String id, Instant at);

    /** Forgets tokens that were good until before then. */
    void sweep(Instant before);
}
