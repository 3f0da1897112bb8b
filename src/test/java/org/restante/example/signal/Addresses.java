package org.restante.example.signal;

import java.util.UUID;
import org.signal.libsignal.protocol.SignalProtocolAddress;

/** Under which names sessions and sender keys are stored and locked. */
final class Addresses {

    private Addresses() {}

    /** {@code alice.1}: the first device of alice. */
    static String id(SignalProtocolAddress address) {
        return address.getName() + "." + address.getDeviceId();
    }

    /** {@code alice.1::} and the id under which the group's keys are distributed. */
    static String senderKey(SignalProtocolAddress sender, UUID distribution) {
        return id(sender) + "::" + distribution;
    }
}
