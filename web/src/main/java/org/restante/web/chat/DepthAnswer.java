package org.restante.web.chat;

/** How many entries a queue has. */
public record DepthAnswer(int depth) {}
