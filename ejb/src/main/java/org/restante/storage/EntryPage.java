package org.restante.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/**
 * One page of the entries of a namespace, in the adapter's own fixed order.
 *
 * @param entries at most as many as were asked for
 * @param next what to ask for next, null when this page is the last
 */
public record EntryPage(
        List<EntrySummary> entries, @Nullable PageRequest next) {

    public EntryPage {
        entries = List.copyOf(entries);
    }

    /**
     * Which entries are wanted.
     *
     * @param prefix with which their keys begin, empty for all
     */
    public record Query(ProfileId profile, String namespace, String prefix, PageRequest page) {

        /** @throws InvalidInputException naming what of it breaks its limit */
        public Query {
            Namespace.requireName(namespace);
            if (!prefix.isEmpty()) {
                EntryKey.requireKey("prefix", prefix);
            }
            if (page.after() != null) {
                EntryKey.requireKey("after", page.after());
            }
        }
    }

    /**
     * The page out of one entry more than was asked for, by which the adapter knows that there are more.
     *
     * @param found up to {@code request.limit() + 1} entries
     */
    public static EntryPage of(List<EntrySummary> found, PageRequest request) {
        if (found.size() <= request.limit()) {
            return new EntryPage(found, null);
        }
        List<EntrySummary> entries = found.subList(0, request.limit());
        return new EntryPage(
                entries, new PageRequest(entries.get(entries.size() - 1).key(), request.limit()));
    }
}
