package org.restante.keystore.contract;

/** Everything that the key store promises over every adapter. */
public interface KeyStoreContract
        extends ReadAndSetContract,
                TransactionContract,
                NestedContract,
                LockContract,
                CommitContract,
                LimitsContract,
                ReadOnlyContract,
                ClearKeysContract,
                DecryptOnceContract {}
