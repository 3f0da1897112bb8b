package org.restante.example;

/** What the gateway remembers of a contact. */
public record Conversation(int messages, String last) {}
