package org.restante.wiring;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.restante.entry.RestanteException;

/**
 * The adapter that a setting names: one of those that Restante brings, by its word, or a bean of the application, by its
 * name.
 *
 * @param type what adapters of this kind are
 * @param setting what names it
 * @param word the name
 * @param own those that Restante brings
 */
record AdapterChoice<A>(Class<A> type, String setting, String word, Own own) {

    private static final Logger LOG = System.getLogger(AdapterChoice.class.getName());

    /**
     * Adapters that Restante brings.
     *
     * @param prefix of the names of their beans: all kinds of adapters, and whatever else has a name, share one room of names
     */
    record Own(String prefix, List<String> words) {

        String bean(String word) {
            return words.contains(word) ? prefix + word : word;
        }
    }

    /** The adapter, which may be a proxy of one that is not made yet. */
    A from(Instance<A> adapters) {
        return select(adapters).get();
    }

    /** What is wrong with the name: nothing or one problem. */
    List<String> problems(Instance<A> adapters) {
        return select(adapters).isResolvable()
                ? List.of()
                : List.of(setting + " names '" + word + "', but there is no one " + type.getSimpleName()
                        + " of that name; Restante brings " + String.join(", ", own.words()));
    }

    /** Makes the adapter, and tells what hinders that: nothing or one problem. */
    List<String> make(Instance<A> adapters) {
        try {
            // the one method of Object that reaches what is behind a proxy, and so makes it
            LOG.log(Level.DEBUG, "{0}: {1}", setting, from(adapters).toString());
            return List.of();
        } catch (RestanteException e) {
            return List.of(setting + " names '" + word + "': " + e.getMessage());
        }
    }

    private Instance<A> select(Instance<A> adapters) {
        return adapters.select(NamedLiteral.of(own.bean(word)));
    }
}
