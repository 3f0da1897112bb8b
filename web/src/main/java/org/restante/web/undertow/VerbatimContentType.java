package org.restante.web.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import org.restante.web.entry.EntryContentFilter;

/**
 * Undertow takes the charset out of a Content-Type and puts it back in its own spelling. Just before the headers of an
 * answer are sent, this writes the Content-Type of an entry as it was put.
 */
public final class VerbatimContentType implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInnerHandlerChainWrapper(next -> exchange -> {
            exchange.addResponseCommitListener(VerbatimContentType::restore);
            next.handleRequest(exchange);
        });
    }

    private static void restore(HttpServerExchange exchange) {
        ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        if (context != null
                && context.getServletRequest().getAttribute(EntryContentFilter.ANSWER) instanceof String mediaType) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, mediaType);
        }
    }
}
