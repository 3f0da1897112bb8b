package org.restante.storage;

/**
 * How many entries a profile holds in a namespace.
 *
 * @param count counted no further than was asked for
 */
public record NamespaceCount(String namespace, int count) {

    /** Of so many namespaces of a profile at most, the first by their names. */
    public static final int MOST = 100;
}
