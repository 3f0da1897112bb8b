package org.restante.web.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.handlers.ProxyPeerAddressHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** In a real Undertow behind a proxy that speaks TLS, or does not. */
@Scenario("W3")
@SuppressWarnings("NullAway.Init") // before all tests
class GuardedCookiesTest {

    private static Undertow server;

    @BeforeAll
    static void start() throws ServletException {
        DeploymentInfo deployment = Servlets.deployment() // which finds the extension by its entry among the services
                .setClassLoader(GuardedCookiesTest.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("cookies")
                .addServlet(Servlets.servlet(SessionServlet.class).addMapping("/"));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new ProxyPeerAddressHandler(manager.start()))
                .build();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void overTlsTheCookieNeverGoesWithout() throws Exception {
        assertThat(cookie("https")).containsIgnoringCase("; secure").contains("SameSite=Lax");
    }

    @Test
    void elsewhereItWouldNotComeBackIfItWereSecure() throws Exception {
        assertThat(cookie("http")).doesNotContainIgnoringCase("secure").contains("SameSite=Lax");
    }

    private static String cookie(String scheme) throws IOException, InterruptedException {
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("X-Forwarded-Proto", scheme)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
    }

    /** Begins a session. */
    public static final class SessionServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession(true);
        }
    }
}
