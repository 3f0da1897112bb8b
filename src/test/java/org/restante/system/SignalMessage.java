package org.restante.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.restante.example.signal.SignalRefusalException;
import org.restante.example.signal.SignalSession;
import org.signal.libsignal.protocol.message.CiphertextMessage;

/** A message on its way between two profiles, the first devices of users of the same names. */
record SignalMessage(String text, String addresses, CiphertextMessage ciphertext) {

    /** Written by the session's profile, with a step of its ratchet. */
    static SignalMessage by(SignalSession sender, String text) {
        String addresses = "to=" + sender.peer().getName() + "&from="
                + sender.profile().id().value();
        try {
            return new SignalMessage(text, addresses, sender.encrypt(text.getBytes(UTF_8)));
        } catch (SignalRefusalException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** What {@link SignalServlet} answers there. */
    HttpResponse<String> arriveAt(ServerNode node) {
        return arriveAt(node, "");
    }

    /** It hangs at that moment, one of {@link SignalHangs}. */
    HttpResponse<String> hangAt(ServerNode node, String moment) {
        return arriveAt(node, "&" + SignalHangs.PARAMETER + "=" + moment);
    }

    private HttpResponse<String> arriveAt(ServerNode node, String more) {
        String path = SignalServlet.PATH + "?" + addresses + "&type=" + ciphertext.getType() + more;
        return Nodes.send(HttpRequest.newBuilder(node.uri(path))
                .version(Version.HTTP_1_1)
                .POST(BodyPublishers.ofByteArray(ciphertext.serialize())));
    }
}
