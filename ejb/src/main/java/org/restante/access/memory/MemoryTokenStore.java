package org.restante.access.memory;

import static java.util.Comparator.comparing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.restante.access.AccessToken;
import org.restante.access.TokenStore;
import org.restante.transaction.UndoLog;

/** Tokens in the memory of this process; a rollback undoes what was done in a transaction. Thread-safe. */
public final class MemoryTokenStore implements TokenStore {

    private static final Comparator<AccessToken> NEWEST_FIRST =
            comparing((AccessToken token) -> token.origin().at()).reversed().thenComparing(AccessToken::id);

    private final ConcurrentMap<ByteBuffer, AccessToken> tokens = new ConcurrentHashMap<>();
    private final UndoLog undoLog;

    public MemoryTokenStore(UndoLog undoLog) {
        this.undoLog = undoLog;
    }

    @Override
    public void insert(byte[] digest, AccessToken token) {
        ByteBuffer key = ByteBuffer.wrap(digest.clone());
        tokens.put(key, token);
        undoLog.add(() -> tokens.remove(key));
    }

    @Override
    public Optional<AccessToken> find(byte[] digest) {
        return Optional.ofNullable(tokens.get(ByteBuffer.wrap(digest)));
    }

    @Override
    public List<AccessToken> all() {
        return tokens.values().stream().sorted(NEWEST_FIRST).toList();
    }

    @Override
    public Optional<AccessToken> delete(String id) {
        for (Map.Entry<ByteBuffer, AccessToken> entry : tokens.entrySet()) {
            AccessToken token = entry.getValue();
            if (token.id().equals(id) && tokens.remove(entry.getKey()) != null) {
                undoLog.add(() -> tokens.put(entry.getKey(), token));
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    @Override
    public void used(String id, Instant at) {
        tokens.replaceAll((digest, token) -> token.id().equals(id) ? used(token, at) : token);
    }

    @Override
    public void sweep(Instant before) {
        tokens.values().removeIf(token -> token.expiresAt().isBefore(before));
    }

    private static AccessToken used(AccessToken token, Instant at) {
        Instant before = token.usedAt();
        return before != null && before.isAfter(at)
                ? token
                : new AccessToken(token.id(), token.holder(), token.origin(), token.expiresAt(), at);
    }
}
