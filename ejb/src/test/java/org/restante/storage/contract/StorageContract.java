package org.restante.storage.contract;

/** Everything that every storage adapter promises. */
public interface StorageContract
        extends RoundTripContract,
                EntriesContract,
                NamesContract,
                ExactKeysContract,
                BatchContract,
                ConditionalPutContract,
                UnreadableContract,
                EncryptionContract,
                KeyListingContract,
                ProfilesContract,
                HoldingsContract,
                ClearContract,
                ConcurrencyContract,
                CopiesContract,
                FailureContract {}
