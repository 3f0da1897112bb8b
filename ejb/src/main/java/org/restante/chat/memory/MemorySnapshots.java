package org.restante.chat.memory;

import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.restante.chat.SnapshotStore;
import org.restante.chat.ValueStore.Kind;
import org.restante.chat.memory.Window.Mark;
import org.restante.entry.ProfileId;

/** Shows and replaces what the maps hold of a profile. Thread-safe. */
final class MemorySnapshots implements SnapshotStore {

    private final Memory memory;
    private final Scope scope;

    MemorySnapshots(Memory memory, Scope scope) {
        this.memory = memory;
        this.scope = scope;
    }

    @Override
    public void read(ProfileId profile, Sink sink) {
        Notes notes = new Notes();
        synchronized (memory) {
            cells(profile, Kind.SUBSCRIPTION, (id, bytes) -> notes.subscription(id));
            memory.windows().of(profile).stream()
                    .flatMap(memory.windows()::marks)
                    .sorted(Comparator.comparingLong(Mark::place))
                    .forEach(mark -> notes.dedupe(mark.key()));
            cells(profile, Kind.THREAD, notes::thread);
            cells(profile, Kind.CHANNEL, notes::channel);
            memory.conversations().entrySet().stream()
                    .filter(entry -> entry.getKey().profile().equals(profile))
                    .sorted(Comparator.comparing(entry -> entry.getKey().key()))
                    .forEach(entry -> show(entry.getKey().key(), entry.getValue(), notes));
        }
        notes.tell(sink);
    }

    private void cells(ProfileId profile, Kind kind, BiConsumer<String, byte[]> show) {
        memory.values().entrySet().stream()
                .filter(entry -> entry.getKey().profile().equals(profile)
                        && entry.getKey().kind() == kind)
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry ->
                        show.accept(entry.getKey().name(), entry.getValue().bytes()));
    }

    private static void show(String key, Conversation conversation, Sink sink) {
        if (conversation.lock() != null || !conversation.entries().isEmpty()) {
            String handler = conversation.readiness().handler();
            sink.lock(key, handler.isEmpty() ? null : handler, conversation.lock());
            conversation.entries().forEach(sink::pending);
        }
    }

    @Override
    public void replace(ProfileId profile, Consumer<Sink> content) {
        Notes notes = new Notes();
        content.accept(notes);
        scope.together(joined -> {
            synchronized (memory) {
                clear(profile, joined);
                notes.tell(new MemoryRestore(memory, joined, profile));
                return notes;
            }
        });
    }

    private void clear(ProfileId profile, Scope joined) {
        new MemoryConversations(memory, joined).clear(profile);
        new MemoryDedupe(memory, joined.undoLog()).clear(profile);
        new MemoryValues(memory, joined.undoLog())
                .deleteAll(cell -> cell.profile().equals(profile) && cell.kind() != Kind.VALUE);
    }
}
