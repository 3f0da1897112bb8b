package org.restante.keystore;

/**
 * What is done in a transaction. It may be run several times, each time from the beginning and on a fresh handle, so what
 * it does besides must bear that.
 *
 * @param <H> the handle that it is given, valid until it returns
 * @param <T> what it comes to
 * @param <X> what it may throw; whatever it throws undoes the transaction and reaches the caller as it is
 */
@FunctionalInterface
public interface KeyWork<H, T, X extends Exception> {

    T run(H handle) throws X;
}
