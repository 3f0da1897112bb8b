package org.restante.keystore;

import java.util.Set;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.storage.Batch;
import org.restante.storage.Expected;

/**
 * A running transaction: the handle that its work is given. Reads see what it has changed itself, and see the same again
 * when they are repeated; changes are kept here and written when the work is done. It belongs to the thread that runs the
 * work, and is of no use afterwards: whatever is called then throws {@link TransactionClosedException}. Only {@link
 * #inTransaction} can be asked anywhere and at any time.
 */
public interface KeyTransaction extends KeyStore {

    /** The key will hold that value. */
    default <V> void put(Namespace<V> type, String id, V value) {
        set(new Batch().put(type, id, value));
    }

    /** The key will hold that value, or, if something else is stored than expected, the whole transaction is refused. */
    default <V> void put(Namespace<V> type, String id, V value, Expected expected) {
        set(new Batch().put(type, id, value, expected));
    }

    /** The key will not be there, whether it was or not. */
    default void delete(Namespace<?> type, String id) {
        set(new Batch().delete(type, id));
    }

    /** The keys of the locks that are held. */
    Set<String> lockKeys();

    /**
     * The fencing token of a lock that is held: larger than that of every holder before, in the whole cluster. Whoever
     * writes outside the database hands it along, so that a holder that was thought dead is told apart from the next.
     *
     * @throws InvalidInputException naming {@code lockKey} when it is not held
     */
    long fencingToken(String lockKey);
}
