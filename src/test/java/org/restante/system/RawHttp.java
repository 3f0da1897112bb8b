package org.restante.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests that no HTTP library would send. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * Sends these bytes and no more, and reads until the server closes the connection.
     *
     * @param lines the request line and headers, without {@code Host} and {@code Connection}
     * @return all that came back; empty when the server closed without an answer
     */
    static String send(ServerNode node, List<String> lines, String body) {
        URI address = node.uri("/");
        String head = lines.get(0) + "\r\nHost: " + address.getAuthority() + "\r\nConnection: close\r\n"
                + String.join("\r\n", lines.subList(1, lines.size())) + "\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
