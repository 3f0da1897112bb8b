package org.restante.retry;

/**
 * A message as adapters keep it.
 *
 * @param timestamp orders the messages of a profile, and says when each expires
 * @param bytes mean nothing to an adapter; not copied, so they are not to be changed
 */
public record StoredMessage(long timestamp, byte[] bytes) {

    /** The size only: the bytes may be a secret. */
    @Override
    public String toString() {
        return "StoredMessage(" + timestamp + ", " + bytes.length + " bytes)";
    }
}
