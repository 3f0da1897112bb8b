package org.restante.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.restante.entry.RestanteException;
import org.restante.settings.InvalidSettingsException;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;
import org.restante.settings.StorageSettings;
import org.restante.storage.StorageAdapter;

/** Finds every reason why Restante cannot start as it is configured, those outside the settings' texts too. */
@Dependent
class SettingsCheck {

    @Inject
    @Any
    Instance<StorageAdapter> adapters;

    /**
     * Tries the settings.
     *
     * @throws InvalidSettingsException naming all problems, if there is one
     */
    void run(Settings settings, SettingsReader reader) {
        List<String> problems = new ArrayList<>(reader.problems());
        checkAdapter(settings.storage().adapter(), problems);
        problems.addAll(Ciphers.problems(settings.storage()));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    private void checkAdapter(String name, List<String> problems) {
        Instance<StorageAdapter> named = adapters.select(NamedLiteral.of(name));
        if (!named.isResolvable()) {
            problems.add(StorageSettings.ADAPTER + " names '" + name + "', but there is no one StorageAdapter of that"
                    + " name; Restante brings jpa, file and memory");
            return;
        }
        if (!problems.isEmpty()) {
            return; // it may be made from what has no value
        }
        try {
            named.get().name(); // the first call makes it
        } catch (RestanteException e) {
            problems.add(StorageSettings.ADAPTER + " names '" + name + "': " + e.getMessage());
        }
    }
}
