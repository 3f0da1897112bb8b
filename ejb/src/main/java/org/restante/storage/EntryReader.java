package org.restante.storage;

import java.util.Collection;
import java.util.Map;
import org.restante.entry.EntryKey;

/** Reads entries as they are kept. */
@FunctionalInterface
public interface EntryReader {

    /** Those of the entries that are there, all as of one moment. */
    Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys);
}
