package org.restante.web.chat;

import java.util.List;
import org.restante.chat.LiveLock;

/** The live locks, as they are answered. */
public record LockList(List<LiveLock> locks) {}
