package org.restante.web.chat;

/** Whether a message came before. */
public record DuplicateAnswer(boolean duplicate) {}
