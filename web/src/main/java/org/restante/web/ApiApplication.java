package org.restante.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.restante.web.audit.AuditResource;
import org.restante.web.body.ReadAheadFilter;
import org.restante.web.chat.DedupeResource;
import org.restante.web.chat.ListsResource;
import org.restante.web.chat.LocksResource;
import org.restante.web.chat.QueuesResource;
import org.restante.web.chat.SnapshotResource;
import org.restante.web.chat.StatesResource;
import org.restante.web.chat.SubscriptionsResource;
import org.restante.web.chat.ValuesResource;
import org.restante.web.dedup.DedupResource;
import org.restante.web.entry.EntriesResource;
import org.restante.web.idempotency.IdempotencyFeature;
import org.restante.web.json.JsonProvider;
import org.restante.web.keys.KeysResource;
import org.restante.web.problem.ProblemMapper;
import org.restante.web.profile.ProfilesResource;
import org.restante.web.retry.RetriesResource;
import org.restante.web.rollback.RollbackResource;
import org.restante.web.token.TokensResource;
import org.restante.web.transfer.TransferResource;

/**
 * The root of every resource: {@code /restante/api}. Named one by one: servers scan EARs differently. All
 * resources below profiles have {@code profiles} as the path of their class: with longer ones, the first class that fits
 * hides the others.
 */
@ApplicationPath("api")
public class ApiApplication extends Application {

    /** Payara's Jersey would write JSON by its own binding beside the one named here. */
    private static final Map<String, Object> PROPERTIES = Map.of("jersey.config.jsonFeature", "restante");

    @Override
    public Map<String, Object> getProperties() {
        return PROPERTIES;
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                JsonProvider.class,
                ProblemMapper.class,
                IdempotencyFeature.class,
                ReadAheadFilter.class,
                ProfilesResource.class,
                EntriesResource.class,
                RollbackResource.class,
                AuditResource.class,
                TokensResource.class,
                KeysResource.class,
                RetriesResource.class,
                DedupResource.class,
                TransferResource.class,
                SubscriptionsResource.class,
                StatesResource.class,
                DedupeResource.class,
                LocksResource.class,
                ValuesResource.class,
                ListsResource.class,
                QueuesResource.class,
                SnapshotResource.class);
    }
}
