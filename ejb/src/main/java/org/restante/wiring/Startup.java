package org.restante.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.restante.access.AccessTokens;
import org.restante.audit.AuditTrail;
import org.restante.chat.ChatStates;
import org.restante.conversation.Dispatcher;
import org.restante.database.Database;
import org.restante.dedup.DedupCaches;
import org.restante.metering.Capability;
import org.restante.metrics.Metrics;
import org.restante.retry.RetryCaches;
import org.restante.rollback.RollbackWatch;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;

/**
 * Start and stop in a server. Settings that cannot be used stop the deployment, with all problems named at once; a database
 * that is down does not: it is tried again until it is there.
 */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

    private static final Logger LOG = System.getLogger(Startup.class.getName());
    private static final long FIRST_ATTEMPT_SECONDS = 10;

    @Inject
    Config config;

    @Inject
    SettingsReader reader;

    @Inject
    Settings settings;

    @Inject
    SettingsCheck check;

    @Inject
    DatabaseProducer databases;

    @Inject
    Database database;

    @Inject
    RollbackWatch watch;

    @Inject
    Instance<RetryCaches> retries; // made of what may be misconfigured

    @Inject
    Instance<DedupCaches> dedup;

    @Inject
    Instance<ChatStates> chats;

    @Inject
    AuditTrail audit;

    @Inject
    AccessTokens tokens;

    @Inject
    Instance<Dispatcher> dispatcher;

    @Inject
    Instance<ConversationBeans> conversations;

    @Inject
    Metrics metrics;

    @Inject
    Instance<RetryCacheSizes> sizes;

    @Resource
    ManagedScheduledExecutorService executor;

    private final List<Recurring> recurring = new ArrayList<>();

    @PostConstruct
    void start() {
        check.run(settings, reader);
        for (String name : reader.unknown(config.getPropertyNames())) {
            LOG.log(Level.WARNING, "Restante knows no setting {0}: misspelt?", name);
        }
        if (settings.usesDatabase()) {
            databases.bind();
            attempt(recurring(new DatabaseKeeper(database, watch)));
        }
        if (!settings.retry().inGrid()) { // which drops by itself
            sweep(Capability.RETRY, Sweeper.of(retries.get(), settings.retry()));
        }
        sweep(Capability.DEDUP, Sweeper.of(dedup.get()));
        sweep(Capability.CHAT, Sweeper.of(chats.get()));
        recurring(sizes.get()).after(RetryCacheSizes.PAUSE);
        recurring(Sweeper.of(audit)).after(Sweeper.pause());
        recurring(Sweeper.of(tokens)).after(Sweeper.pause());
        conversations.get().resume(dispatcher.get());
    }

    private void sweep(Capability capability, Sweeper sweeper) {
        metrics.gauge(
                Metrics.PURGE_LAG,
                "For how long something that is over may have stayed before it is dropped, at most.",
                Map.of("capability", capability.label()),
                () -> sweeper.lag().toMillis() / 1000.0);
        recurring(sweeper).after(Sweeper.pause());
    }

    @PreDestroy
    void stop() {
        recurring.forEach(Recurring::close);
        dispatcher.get().close(); // while all that handlers need is there
    }

    private Recurring recurring(Supplier<Duration> task) {
        Recurring again = new Recurring(executor, task);
        recurring.add(again);
        return again;
    }

    /** Waits for the first attempt, so that in the usual case the deployment is usable once it is there. */
    private void attempt(Recurring first) {
        try {
            executor.submit(first).get(FIRST_ATTEMPT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "The database has not answered within {0} seconds", FIRST_ATTEMPT_SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
