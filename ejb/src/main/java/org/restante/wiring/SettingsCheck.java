package org.restante.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.restante.chat.ChatAdapter;
import org.restante.dedup.DedupAdapter;
import org.restante.retry.RetryCacheAdapter;
import org.restante.settings.InvalidSettingsException;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;
import org.restante.storage.StorageAdapter;

/** Finds every reason why Restante cannot start as it is configured, those outside the settings' texts too. */
@Dependent
class SettingsCheck {

    @Inject
    @Any
    Instance<StorageAdapter> storages;

    @Inject
    @Any
    Instance<RetryCacheAdapter> retries;

    @Inject
    @Any
    Instance<DedupAdapter> dedups;

    @Inject
    @Any
    Instance<ChatAdapter> chats;

    /**
     * Tries the settings, and makes the adapters that they name.
     *
     * @throws InvalidSettingsException naming all problems, if there is one
     */
    void run(Settings settings, SettingsReader reader) {
        List<String> problems = new ArrayList<>(reader.problems());
        AdapterChoice<StorageAdapter> storage = AdapterProducer.choice(settings);
        AdapterChoice<RetryCacheAdapter> retry = RetryProducer.choice(settings);
        AdapterChoice<DedupAdapter> dedup = DedupProducer.choice(settings);
        AdapterChoice<ChatAdapter> chat = ChatProducer.choice(settings);
        problems.addAll(storage.problems(storages));
        problems.addAll(retry.problems(retries));
        problems.addAll(dedup.problems(dedups));
        problems.addAll(chat.problems(chats));
        problems.addAll(Ciphers.problems(settings.storage()));
        if (problems.isEmpty()) { // else they may be made from what has no value
            problems.addAll(storage.make(storages));
            problems.addAll(retry.make(retries));
            problems.addAll(dedup.make(dedups));
            problems.addAll(chat.make(chats));
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }
}
