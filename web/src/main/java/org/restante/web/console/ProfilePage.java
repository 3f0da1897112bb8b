package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.storage.EntryPage;
import org.restante.storage.EntrySummary;
import org.restante.storage.Holdings;
import org.restante.storage.NamespaceCount;
import org.restante.storage.PageRequest;
import org.restante.web.page.PageParameters;

/** One profile: who it is, what it holds, and the entries of one of its namespaces. */
@Named("profile")
@RequestScoped
public class ProfilePage extends Page {

    private static final int SHOWN = 50;

    private @Nullable ProfileRow row;
    private List<EntrySummary> entries = List.of();
    private @Nullable String next;

    @Inject
    Holdings holdings;

    @Inject
    ProfileRows reader;

    @Override
    protected void read() {
        ProfileId profile = new ProfileId(getId());
        row = reader.of(List.of(profile)).get(0);
        if (!getNs().isEmpty()) {
            PageRequest request = new PageRequest(PageParameters.place(Address.given("after")), SHOWN);
            EntryPage page = holdings.entries(new EntryPage.Query(profile, getNs(), getPrefix(), request));
            entries = page.entries();
            PageRequest following = page.next();
            next = following == null || following.after() == null ? null : PageParameters.opaque(following.after());
        }
    }

    /** What the profile holds; null where it could not be read. */
    public @Nullable ProfileRow getRow() {
        return row;
    }

    /** Whether there is something to show; before that is known, what its forms send is heard. */
    public boolean isShown() {
        return row != null || FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** Whether it may hold more namespaces than are shown. */
    public boolean isMoreNamespaces() {
        return row != null && row.namespaces().size() == NamespaceCount.MOST;
    }

    /** Whether nothing is kept for it. */
    public boolean isBare() {
        return row != null && row.namespaces().isEmpty();
    }

    public String getId() {
        return Address.parameter("id");
    }

    public String getNs() {
        return Address.parameter("ns");
    }

    public String getPrefix() {
        return Address.parameter("prefix");
    }

    public String getAfter() {
        return Address.parameter("after");
    }

    public List<EntrySummary> getEntries() {
        return entries;
    }

    /** The following page of entries; null when this is the last. */
    public @Nullable String getNextAddress() {
        return next == null
                ? null
                : Address.of("profile", "id", getId(), "ns", getNs(), "prefix", getPrefix(), "after", next);
    }

    /** The page with the entries of that namespace. */
    public String namespaceAddress(String namespace) {
        return Address.of("profile", "id", getId(), "ns", namespace) + "#entries";
    }

    /** The page that asks whether to show that entry. */
    public String entryAddress(String key) {
        return Address.of(
                        "profile", "id", getId(), "ns", getNs(), "prefix", getPrefix(), "after", getAfter(), "key", key)
                + "#content";
    }

    /** The page that asks for something to be done to the profile. */
    public String askAddress(String what) {
        return Address.of("profile", "id", getId(), "ask", what) + "#wiping";
    }

    public String getAsk() {
        return Address.parameter("ask");
    }

    /** What became of an import. */
    public @Nullable String getDone() {
        String imported = Address.parameter("imported");
        String skipped = Address.parameter("skipped");
        if (!imported.matches("[0-9]{1,9}")) {
            return null;
        }
        return imported + " files are imported"
                + (skipped.matches("[1-9][0-9]{0,8}") ? ", " + skipped + " unreadable ones are left out." : ".");
    }
}
