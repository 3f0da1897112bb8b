package org.restante.system;

/** A message of a conversation in the tests of two gateways. */
public record Question(String conversation, String id, int number, String node) {}
