package org.restante.example.signal;

import org.jspecify.annotations.Nullable;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.state.IdentityKeyStore;

/** One's own identity and those of others, each trusted when it is first seen. */
final class IdentityKeys implements IdentityKeyStore {

    private final KeyTransaction tx;
    private final Records<IdentityKey> others;

    IdentityKeys(KeyTransaction tx) {
        this.tx = tx;
        this.others = new Records<>(tx, Namespaces.IDENTITY_KEY, IdentityKey::new, IdentityKey::serialize);
    }

    @Override
    public IdentityKeyPair getIdentityKeyPair() {
        return OwnIdentity.of(tx).keyPair();
    }

    @Override
    public int getLocalRegistrationId() {
        return OwnIdentity.of(tx).registrationId();
    }

    @Override
    public IdentityChange saveIdentity(SignalProtocolAddress address, IdentityKey key) {
        IdentityKey known = getIdentity(address);
        if (!key.equals(known)) {
            others.put(Addresses.id(address), key);
        }
        return known == null || key.equals(known) ? IdentityChange.NEW_OR_UNCHANGED : IdentityChange.REPLACED_EXISTING;
    }

    @Override
    public boolean isTrustedIdentity(SignalProtocolAddress address, IdentityKey key, Direction direction) {
        IdentityKey known = getIdentity(address);
        return known == null || key.equals(known);
    }

    @Override
    public @Nullable IdentityKey getIdentity(SignalProtocolAddress address) {
        return others.find(Addresses.id(address)).orElse(null);
    }
}
