package org.restante.chat.contract;

/** Everything that an adapter keeps, whether it knows of transactions or not. */
public interface ChatContract
        extends SubscriptionContract,
                StateContract,
                DedupeContract,
                LockContract,
                FencingContract,
                QueueContract,
                HandOverContract,
                ValuesContract,
                ListsContract,
                QueuesContract,
                LimitsContract,
                ChatSweepContract,
                DeskContract,
                ChatEncryptionContract {}
