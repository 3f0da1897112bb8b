package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditActions;
import org.restante.audit.AuditEntry;
import org.restante.chat.ChatDesk;
import org.restante.chat.HeldConversation;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;

/** The conversations that somebody has, and the release of one. */
@Named("conversations")
@RequestScoped
public class ConversationsPage extends Page {

    private static final int SHOWN = 100;

    private List<HeldConversation> rows = List.of();
    private boolean more;

    @Inject
    ChatDesk desk;

    @Inject
    Reason reason;

    @Inject
    ConsoleUser user;

    @Inject
    RecordedChanges changes;

    @Override
    protected void read() {
        if (isAsking()) {
            asked();
        }
        List<HeldConversation> found = desk.oldest(SHOWN + 1);
        more = found.size() > SHOWN;
        rows = found.stream().limit(SHOWN).toList();
    }

    /** Takes the conversation that the form names from its owner. */
    public void release() {
        Forms.perform(() -> {
            Asked asked = asked();
            AuditEntry entry = user.about(
                    AuditActions.LOCK_RELEASED,
                    Subjects.conversation(asked.profile.value(), asked.key),
                    reason.required());
            boolean released =
                    changes.recorded(entry, () -> desk.release(asked.profile, asked.key, asked.owner), done -> done);
            return Address.of("conversations", "done", released ? "released" : "gone");
        });
    }

    /** The page that asks whether to release it. */
    public String releaseAddress(HeldConversation held) {
        return Address.of(
                "conversations",
                "profile",
                held.profile().value(),
                "key",
                held.lock().key(),
                "owner",
                held.lock().owner());
    }

    /** The page of the profile that it is of. */
    public String profileAddress(HeldConversation held) {
        return Address.of("profile", "id", held.profile().value());
    }

    private record Asked(ProfileId profile, String key, String owner) {}

    private static Asked asked() {
        String key = Address.parameter("key");
        String owner = Address.parameter("owner");
        EntryKey.requireKey("key", key);
        EntryKey.requireKey("owner", owner);
        return new Asked(new ProfileId(Address.parameter("profile")), key, owner);
    }

    /** Whether the page asks for a reason to release a conversation. */
    public boolean isAsking() {
        return user.isOperator() && !getKey().isEmpty();
    }

    public String getProfile() {
        return Address.parameter("profile");
    }

    public String getKey() {
        return Address.parameter("key");
    }

    public String getOwner() {
        return Address.parameter("owner");
    }

    /** How many messages wait for the one that is asked about. */
    public int getDepth() {
        return rows.stream()
                .filter(held -> held.profile().value().equals(getProfile())
                        && held.lock().key().equals(getKey()))
                .mapToInt(held -> held.lock().depth())
                .sum();
    }

    /** What became of a release. */
    public @Nullable String getDone() {
        return switch (Address.parameter("done")) {
            case "released" -> "The conversation is free, and what waited for it is given up.";
            case "gone" -> "Nothing was done: that owner does not have the conversation any more.";
            default -> null;
        };
    }

    public List<HeldConversation> getRows() {
        return rows;
    }

    /** Whether there are more than are shown. */
    public boolean isMore() {
        return more;
    }
}
