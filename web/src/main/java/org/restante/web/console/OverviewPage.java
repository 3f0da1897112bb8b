package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.restante.chat.ChatDesk;
import org.restante.cluster.ClusterSight;
import org.restante.dedup.ClaimDesk;
import org.restante.dedup.HeldClaim;
import org.restante.health.HealthCheck;
import org.restante.health.HealthChecks;
import org.restante.health.HealthStatus;
import org.restante.metrics.Metrics;
import org.restante.storage.Holdings;
import org.restante.time.ClusterClock;
import org.restante.web.console.Samples.Point;
import org.restante.web.console.Samples.Sample;
import org.restante.web.console.Samples.Series;

/** How this node and all of it stand. */
@Named("overview")
@RequestScoped
public class OverviewPage extends Page {

    private List<Check> checks = List.of();
    private List<Tile> tiles = List.of();
    private List<ClusterSight.Node> nodes = List.of();
    private List<ClusterSight.Cache> caches = List.of();

    @Inject
    Instance<HealthCheck> healthChecks;

    @Inject
    ClusterSight cluster;

    @Inject
    Holdings holdings;

    @Inject
    ClaimDesk claims;

    @Inject
    ChatDesk conversations;

    @Inject
    Metrics metrics;

    @Inject
    Sampler sampler;

    @Inject
    ClusterClock clock;

    @Inject
    Texts texts;

    /** One of the things without which Restante cannot serve. */
    public record Check(String name, HealthStatus status) {

        /** {@code up}, {@code degraded} or {@code down}. */
        public String state() {
            return !status.up() ? "down" : status.data().containsKey("degraded") ? "degraded" : "up";
        }

        /** What there is to say, in the order of the names. */
        public Map<String, String> data() {
            return new TreeMap<>(status.data());
        }
    }

    /**
     * A number that matters.
     *
     * @param page to which it leads, empty for none
     * @param warning whether it should not be as it is
     */
    public record Tile(String name, String value, String page, boolean warning) {}

    @Override
    protected void read() {
        checks = HealthChecks.ask(healthChecks).entrySet().stream()
                .map(check -> new Check(check.getKey(), check.getValue()))
                .toList();
        nodes = cluster.nodes();
        caches = cluster.caches();
        tiles = tiles();
    }

    private List<Tile> tiles() {
        List<HeldClaim> held = claims.oldest(Texts.COUNTED + 1);
        long stuck = held.stream().filter(this::isStuck).count();
        OptionalDouble lag = metrics.largest(Metrics.PURGE_LAG);
        long unreadable = Math.round(metrics.sum(Metrics.UNREADABLE));
        return List.of(
                new Tile("Profiles", texts.number(holdings.profiles().size()), "profiles", false),
                new Tile("Claims in flight", texts.counted(held.size()), "claims", false),
                new Tile("Claims that are stuck", texts.number(stuck), "claims", stuck > 0),
                new Tile(
                        "Conversations held",
                        texts.counted(conversations.oldest(Texts.COUNTED + 1).size()),
                        "conversations",
                        false),
                new Tile("Unreadable entries met", texts.number(unreadable), "", unreadable > 0),
                new Tile(
                        "Clock skew",
                        clock.skew().toMillis() + " ms",
                        "",
                        clock.skew().abs().toSeconds() > 0),
                new Tile(
                        "Purge lag",
                        lag.isPresent() ? Math.round(lag.getAsDouble()) + " s" : "–",
                        "",
                        lag.orElse(0) > 300));
    }

    private boolean isStuck(HeldClaim claim) {
        return ClaimRow.isStuck(claim, clock.instant());
    }

    public List<Check> getChecks() {
        return checks;
    }

    public List<Tile> getTiles() {
        return tiles;
    }

    public List<ClusterSight.Node> getNodes() {
        return nodes;
    }

    public List<ClusterSight.Cache> getCaches() {
        return caches;
    }

    /** The last hour of this node. */
    public List<Chart> getCharts() {
        List<Sample> samples = sampler.lastHour();
        Instant now = clock.instant();
        List<Point> waiting = samples.stream()
                .map(sample -> new Point(sample.at(), sample.waiting()))
                .toList();
        return List.of(
                Chart.of("Operations", "per second", now, Samples.rates(samples, Sample::operations)),
                Chart.of("Claims by outcome", "per second", now, Samples.rates(samples, Sample::claims)),
                Chart.of("Messages that wait", "in all", now, List.of(new Series("waiting", waiting))));
    }
}
