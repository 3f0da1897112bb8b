package org.restante.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What snapshots and those who write and read them agree on. */
final class SnapshotFormat {

    static final String VERSION = "version";
    static final String TAKEN_AT = "takenAt";
    static final String SUBSCRIPTIONS = "subscriptions";
    static final String DEDUPE = "dedupe";
    static final String THREADS = "threads";
    static final String CHANNELS = "channels";
    static final String LOCKS = "locks";

    static final String KEY = "key";
    static final String HANDLER = "handler";
    static final String OWNER = "owner";
    static final String SINCE = "since";
    static final String LEASE_UNTIL = "leaseUntil";
    static final String LEASE = "lease";
    static final String PENDING = "pending";
    static final String STRATEGY = "strategy";
    static final String METADATA = "metadata";
    static final String CONTENT = "content";
    static final String MEDIA_TYPE = "mediaType";
    static final String BYTES = "bytes";
    static final String ENQUEUED_AT = "enqueuedAt";
    static final String EXPIRES_AT = "expiresAt";

    /** What must be there; {@link #TAKEN_AT} tells people something, and the reader nothing. */
    static final List<String> REQUIRED = List.of(VERSION, SUBSCRIPTIONS, DEDUPE, THREADS, CHANNELS, LOCKS);

    static final Set<String> LOCK_FIELDS = Set.of(KEY, HANDLER, OWNER, SINCE, LEASE_UNTIL, LEASE, PENDING);
    static final Set<String> ENTRY_FIELDS = Set.of(OWNER, STRATEGY, METADATA, ENQUEUED_AT, EXPIRES_AT);

    /** Of an entry that waits for a handler, and is any value. */
    static final Set<String> MESSAGE_FIELDS = Set.of(OWNER, STRATEGY, CONTENT, ENQUEUED_AT, EXPIRES_AT);

    static final Set<String> CONTENT_FIELDS = Set.of(MEDIA_TYPE, BYTES);

    /** How long the name of a handler is at most. */
    static final int MAX_HANDLER = 64;

    /** How many bytes a message for a handler has at most. */
    static final int MAX_CONTENT = 16 << 20;

    static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** What was written is read again: Jackson's own limit is below that of a message in Base64. */
    private static final StreamReadConstraints AS_LONG_AS_WRITTEN =
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(AS_LONG_AS_WRITTEN)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
            .build();

    private SnapshotFormat() {}
}
