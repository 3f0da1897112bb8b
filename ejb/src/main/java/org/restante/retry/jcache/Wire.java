package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;

/** The numbers by which members know our classes. They are part of the wire format: none is ever used for anything else. */
final class Wire {

    static final int FACTORY = 7701;

    static final int MESSAGE_KEY = 1;
    static final int LEDGER = 2;
    static final int PUT = 3;
    static final int REMOVE = 4;
    static final int COUNT = 5;
    static final int CLEAR = 6;
    static final int ATTEMPT = 7;
    static final int AFTER_SPLIT = 8;

    private Wire() {}

    static DataSerializableFactory factory() {
        return Wire::create;
    }

    static String text(ObjectDataInput in) throws IOException {
        String text = in.readString();
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    private static IdentifiedDataSerializable create(int id) {
        return switch (id) {
            case MESSAGE_KEY -> new MessageKey();
            case LEDGER -> new Ledger();
            case PUT -> new PutMessage();
            case REMOVE -> new RemoveMessage();
            case COUNT -> new CountMessages();
            case CLEAR -> new ClearProfile();
            case ATTEMPT -> new CountAttempt();
            case AFTER_SPLIT -> new AfterSplit();
            default -> throw new IllegalArgumentException("no class has the number " + id);
        };
    }
}
