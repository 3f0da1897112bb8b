package org.restante.system;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.restante.web.idempotency.IdempotencyFeature;

/** An application with REST resources of its own, beside Restante's. */
@ApplicationPath("shop")
public class ShopApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(OrdersResource.class, OtherSitesFilter.class, IdempotencyFeature.class);
    }
}
