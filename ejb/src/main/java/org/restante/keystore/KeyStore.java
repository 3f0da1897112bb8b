package org.restante.keystore;

import java.util.Collection;
import java.util.Collections;
import org.restante.entry.InvalidInputException;
import org.restante.storage.Batch;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.VersionConflictException;

/**
 * The keys of one profile. Thread-safe. Where the calling thread has a transaction (JTA in a server), everything is part of
 * it; else each call commits by itself. The adapters {@code memory} and {@code file} take no part in the caller's
 * transaction: a call is done when it returns.
 */
public interface KeyStore extends KeyReads {

    /**
     * Puts and deletes keys of any types, all or none; what is deleted need not be there. Takes no lock: two callers who
     * read before they write belong into {@link #transaction}.
     *
     * @throws InvalidInputException naming what was refused; nothing is written then
     * @throws VersionConflictException when a put expected another version than is there; nothing is written then
     * @throws StorageUnavailableException when the store cannot be reached; nothing is written then, or, when the
     *     connection broke during the commit, everything or nothing
     */
    void set(Batch changes);

    /** The same under one lock: see {@link #transaction(Collection, KeyWork)}. */
    default <T, X extends Exception> T transaction(String lockKey, KeyWork<KeyTransaction, T, X> work) throws X {
        return transaction(Collections.singletonList(lockKey), work); // null too is refused by name
    }

    /**
     * Runs the work holding all these locks, each for itself alone in the whole cluster, and then writes what it changed, all
     * or nothing. What it reads after the locks were taken is what the holder before it left. The locks are taken in one
     * order everywhere, so that two who want the same never wait for each other, and first come is first served.
     *
     * <p>In the caller's transaction the work joins it: the locks are held and the changes pending until that ends, a
     * failure marks it for rollback, and nothing is run twice. Else the work has a transaction of its own. A deadlock, a
     * serialization failure or a connection lost before the commit then runs it again from the beginning, after a pause, up
     * to the configured number of attempts (10 unless configured); the last failure surfaces with the earlier ones
     * suppressed. Inside the work of another transaction of this thread it joins that, if all its locks are held there;
     * what it has changed is forgotten again when it throws. That holds also where the work has begun another transaction
     * of the server's in between: what it changes here stays part of this one.
     *
     * @param lockKeys 1 to 1000 names, each of 1 to 512 characters; usually the ids of the sessions that are to change
     * @return what the work came to
     * @throws X what the work threw; nothing is written then
     * @throws InvalidInputException when there is no lock key, or one breaks its limit; nothing is locked then
     * @throws LockTimeoutException when the locks were not had in time (10 s unless configured); nothing is held then
     * @throws LockInterruptedException when the thread is interrupted while it waits in line for the locks; nothing is held
     *     then
     * @throws LockNotHeldException inside another transaction of this thread that does not hold all these locks: they are
     *     to be named up front
     * @throws KeyTransactionTimeoutException when the work took longer than it may (30 s unless configured); it was rolled
     *     back and the locks were free at that moment
     * @throws VersionConflictException when a put expected another version than is there; nothing is written then
     * @throws StorageUnavailableException when the store cannot be reached; nothing is written then, or, when the
     *     connection broke during the commit, everything or nothing
     */
    <T, X extends Exception> T transaction(Collection<String> lockKeys, KeyWork<KeyTransaction, T, X> work) throws X;

    /**
     * Runs work that only reads, however often, and sees one moment's state all the time; takes no lock and keeps no
     * writer waiting. Inside a transaction of this thread it sees what that sees.
     *
     * @return what the work came to
     * @throws X what the work threw
     * @throws StorageUnavailableException when the store cannot be reached
     */
    <T, X extends Exception> T readOnly(KeyWork<KeyReads, T, X> work) throws X;

    /**
     * Whether a transaction of this profile's keys is running: of a {@link KeyTransaction}, whether it is still open, asked
     * on whatever thread; else, whether the calling thread is inside the work of one.
     */
    boolean inTransaction();

    /**
     * Removes every key of every type, and leaves the credentials. Inside a transaction it takes effect at its commit, and
     * what is put after it there survives.
     *
     * @throws StorageUnavailableException when the store cannot be reached; nothing is removed then
     * @throws UnsupportedOperationException naming the adapter, when it cannot clear
     */
    void clear();
}
