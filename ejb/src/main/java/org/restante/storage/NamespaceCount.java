package org.restante.storage;

/**
 * How many entries a profile holds in a namespace.
 *
 * @param count counted no further than was asked for
 */
public record NamespaceCount(String namespace, int count) {}
