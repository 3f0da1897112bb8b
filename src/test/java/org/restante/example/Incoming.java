package org.restante.example;

/** A message of a contact, as it is kept until it was answered. */
public record Incoming(String profile, String contact, String id, String text) {}
