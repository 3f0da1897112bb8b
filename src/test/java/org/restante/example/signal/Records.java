package org.restante.example.signal;

import java.util.Optional;
import java.util.function.Function;
import org.restante.entry.Namespace;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.InvalidMessageException;

/** Records of one kind, as the library serializes them, among the keys of a running transaction. */
record Records<R>(KeyTransaction tx, Namespace<byte[]> type, Parser<R> parser, Function<R, byte[]> serializer) {

    @FunctionalInterface
    interface Parser<R> {
        R parse(byte[] serialized) throws InvalidMessageException, InvalidKeyException;
    }

    /** @throws IllegalStateException when the library cannot read what is stored */
    Optional<R> find(String id) {
        return tx.get(type, id).map(serialized -> parsed(id, serialized));
    }

    R require(int id) throws InvalidKeyIdException {
        return find(String.valueOf(id)).orElseThrow(() -> new InvalidKeyIdException("no " + type.name() + " " + id));
    }

    void put(String id, R value) {
        tx.put(type, id, serializer.apply(value));
    }

    boolean contains(String id) {
        return tx.get(type, id).isPresent();
    }

    void delete(String id) {
        tx.delete(type, id);
    }

    private R parsed(String id, byte[] serialized) {
        try {
            return parser.parse(serialized);
        } catch (InvalidMessageException | InvalidKeyException e) {
            throw new IllegalStateException("the " + type.name() + " " + id + " cannot be read", e);
        }
    }
}
