package org.restante.metering;

import java.util.Locale;

/** What callers can have done, each named after its capability and its method. */
public enum Operation {
    STORAGE_GET,
    STORAGE_LOOKUP,
    STORAGE_GET_ALL,
    STORAGE_PUT,
    STORAGE_PUT_EXPECTED,
    STORAGE_PUT_ALL,
    STORAGE_APPLY,
    STORAGE_DELETE,
    STORAGE_CLEAR,
    STORAGE_KEYS,
    STORAGE_LIST_PROFILES,
    STORAGE_DESCRIBE_PROFILES,

    KEYSTORE_READ,
    KEYSTORE_LOOKUP,
    KEYSTORE_GET,
    KEYSTORE_SET,
    KEYSTORE_TRANSACTION,
    KEYSTORE_READ_ONLY,
    KEYSTORE_CLEAR,

    RETRY_PUT,
    RETRY_GET,
    RETRY_COUNT,
    RETRY_REMOVE,
    RETRY_CLEAR,
    RETRY_ATTEMPT,

    DEDUP_CLAIM,
    DEDUP_LOOKUP,
    DEDUP_COMPLETE,
    DEDUP_RELEASE,
    DEDUP_RENEW,
    DEDUP_LIST,

    CHAT_SUBSCRIBE,
    CHAT_UNSUBSCRIBE,
    CHAT_IS_SUBSCRIBED,
    CHAT_THREAD_STATE,
    CHAT_PUT_THREAD_STATE,
    CHAT_CHANNEL_STATE,
    CHAT_PUT_CHANNEL_STATE,
    CHAT_IS_DUPLICATE,
    CHAT_MARK_DEDUPE,
    CHAT_CLEAR,
    CHAT_LOCK,
    CHAT_EXTEND,
    CHAT_RELEASE,
    CHAT_FORCE_RELEASE,
    CHAT_TAKE_NEXT,
    CHAT_GUARDED,
    CHAT_LIST_LOCKS,
    CHAT_GET_VALUE,
    CHAT_SET_VALUE,
    CHAT_SET_VALUE_IF_ABSENT,
    CHAT_DELETE_VALUE,
    CHAT_APPEND,
    CHAT_LIST,
    CHAT_DELETE_LIST,
    CHAT_PUT_ENTRY,
    CHAT_TAKE_ENTRY,
    CHAT_QUEUE_DEPTH,
    CHAT_CLEAR_QUEUE,
    CHAT_WRITE_SNAPSHOT,
    CHAT_RESTORE_SNAPSHOT,
    CHAT_HANDLE;

    private final Capability capability;
    private final String label;

    Operation() {
        int end = name().indexOf('_');
        this.capability = Capability.valueOf(name().substring(0, end));
        this.label = name().substring(end + 1).toLowerCase(Locale.ROOT);
    }

    /** Whose it is. */
    public Capability capability() {
        return capability;
    }

    /** As it is called in metrics, beside its capability. */
    public String label() {
        return label;
    }
}
