package org.restante.chat.jpa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.restante.chat.ConversationKey;
import org.restante.chat.LockStore.Holder;
import org.restante.storage.BoundedSql;
import org.restante.storage.BoundedSql.Binding;
import org.restante.time.Micros;

/** The row of a lock, if the holder has it: the condition of a statement, and its parameters. */
record HeldBy(ConversationKey key, Holder holder) {

    /** What stands behind the changes of a statement. */
    String where() {
        String place = " where profile = ? and lock_key = ?";
        if (holder.token() != null) {
            return place + " and token = ? and lease_until > ?";
        }
        return holder.owner() == null ? place : place + " and owner = ? and lease_until > ?";
    }

    /** The parameters of the changes, and those of the condition. */
    Binding parameters(Object... changes) {
        List<Object> all = new ArrayList<>(Arrays.asList(changes));
        all.addAll(List.of(key.profile().value(), key.key()));
        if (holder.token() != null) {
            all.addAll(List.of(holder.token().value(), Micros.of(holder.now())));
        } else if (holder.owner() != null) {
            all.addAll(List.of(holder.owner(), Micros.of(holder.now())));
        }
        return BoundedSql.parameters(all.toArray());
    }
}
