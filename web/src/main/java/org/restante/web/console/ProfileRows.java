package org.restante.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.restante.Restante;
import org.restante.chat.ChatDesk;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.storage.Holdings;
import org.restante.storage.ProfileDescription;

/** Reads what profiles hold. */
@ApplicationScoped
public class ProfileRows {

    private static final int MOST = Texts.COUNTED + 1;

    @Inject
    Restante restante;

    @Inject
    Holdings holdings;

    @Inject
    ChatDesk conversations;

    /** Of those profiles, in their order. */
    List<ProfileRow> of(List<ProfileId> profiles) {
        return holdings.describe(profiles).stream().map(this::row).toList();
    }

    private ProfileRow row(ProfileDescription who) {
        RetryCache retries = restante.profile(who.profile()).retryCache();
        return new ProfileRow(
                who,
                holdings.namespaces(who.profile(), MOST),
                retries.count(),
                retries.limits().bound(),
                conversations.subscriptions(who.profile(), MOST));
    }
}
