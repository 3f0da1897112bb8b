package org.restante.example;

/** What the gateway remembers of a contact. */
public record Memory(int messages, String last) {}
