package org.restante.camel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.DefaultExchange;

/** A Camel of its own, as a process has one, with a route from {@value #IN} through an idempotent consumer to a handler. */
final class Inbox implements AutoCloseable {

    static final String IN = "direct:in";
    static final String ID = "id";

    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate sources;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> handler = id -> {};

    /** @param options of the consumer */
    Inbox(IdempotentRepository repository, UnaryOperator<IdempotentConsumerDefinition> options) throws Exception {
        this(inbox -> new RouteBuilder() {
            @Override
            public void configure() {
                options.apply(from(IN).idempotentConsumer(header(ID), repository))
                        .process(inbox::handle);
            }
        });
    }

    /** As the consumer is without options. */
    Inbox(IdempotentRepository repository) throws Exception {
        this(repository, consumer -> consumer);
    }

    Inbox(Routes routes) throws Exception {
        camel.addRoutes(routes.of(this));
        camel.start();
        sources = camel.createProducerTemplate();
    }

    /** Routes that end with {@link #handle}. */
    interface Routes {
        RoutesBuilder of(Inbox inbox);
    }

    /** What the handler does, nothing at first. */
    void onMessage(Consumer<String> work) {
        handler = work;
    }

    /** What the handler of a route does. */
    void handle(Exchange exchange) {
        String id = exchange.getMessage().getHeader(ID, String.class);
        handler.accept(id);
        handled.add(id);
    }

    /** Delivers a message, on this thread, and gives it back as the source sees it afterwards. */
    Exchange deliver(String id) {
        return sources.send(IN, exchange -> exchange.getMessage().setHeader(ID, id));
    }

    /** What the consumer does before the handler, and nothing more: the process is killed then. */
    boolean begin(IdempotentRepository repository, String id) {
        return repository.add(new DefaultExchange(camel), id);
    }

    /** The messages that were handled to the end. */
    List<String> handled() {
        return handled;
    }

    /** Stops all routes and starts them again. */
    void restart() throws Exception {
        camel.getRouteController().stopAllRoutes();
        camel.getRouteController().startAllRoutes();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
