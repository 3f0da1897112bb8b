package org.restante.chat;

import org.restante.entry.ProfileId;

/** A conversation of some profile that somebody handles. */
public record HeldConversation(ProfileId profile, LiveLock lock) {}
