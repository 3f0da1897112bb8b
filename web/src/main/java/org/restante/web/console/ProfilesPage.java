package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.storage.Holdings;
import org.restante.web.page.PageParameters;

/** The profiles that hold data, page by page. */
@Named("profiles")
@RequestScoped
public class ProfilesPage extends Page {

    private static final int SHOWN = 20;

    private List<ProfileRow> rows = List.of();
    private int count;
    private @Nullable String next;

    @Inject
    Holdings holdings;

    @Inject
    ProfileRows reader;

    @Override
    protected void read() {
        String after = PageParameters.place(Address.given("after"));
        List<ProfileId> all = holdings.profiles();
        count = all.size();
        List<ProfileId> wanted = behind(all, after)
                .filter(profile -> profile.value().startsWith(getPrefix()))
                .limit(SHOWN + 1L)
                .toList();
        List<ProfileId> shown = wanted.subList(0, Math.min(SHOWN, wanted.size()));
        rows = reader.of(shown);
        if (wanted.size() > SHOWN) {
            next = PageParameters.opaque(shown.get(SHOWN - 1).value());
        }
    }

    /** In the order of the store where the place is still there, else in that of the names. */
    private static Stream<ProfileId> behind(List<ProfileId> all, @Nullable String place) {
        if (place == null) {
            return all.stream();
        }
        int at = all.indexOf(new ProfileId(place));
        return at < 0
                ? all.stream().filter(profile -> profile.value().compareTo(place) > 0)
                : all.stream().skip(at + 1L);
    }

    public List<ProfileRow> getRows() {
        return rows;
    }

    /** How many profiles there are, whatever is searched for. */
    public int getCount() {
        return count;
    }

    public String getPrefix() {
        return Address.parameter("prefix");
    }

    public String getAfter() {
        return Address.parameter("after");
    }

    /** The following page; null when this is the last. */
    public @Nullable String getNextAddress() {
        return next == null ? null : Address.of("profiles", "prefix", getPrefix(), "after", next);
    }

    /** What became of something that was done to a profile. */
    public @Nullable String getDone() {
        return switch (Address.parameter("done")) {
            case "wiped" -> "The profile is wiped: nothing of it is kept any more.";
            default -> null;
        };
    }
}
