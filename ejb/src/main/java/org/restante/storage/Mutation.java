package org.restante.storage;

import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;

/** One change of one entry. */
public sealed interface Mutation {

    EntryKey key();

    /** Writes the entry if what is there is as expected. */
    record Put(EntryKey key, Envelope envelope, Expected expected) implements Mutation {}

    /** Removes the entry; what is absent stays absent. */
    record Delete(EntryKey key) implements Mutation {}
}
