package org.restante.storage;

import org.restante.entry.EntryKey;

/** The event that an entry was found and could not be read. In a container it is fired as a CDI event. */
public record UnreadableEntry(EntryKey key, String reason) {}
