package org.restante.web.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Content;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.keystore.FoundKeys;
import org.restante.keystore.KeySelection;
import org.restante.keystore.KeyStore;

/** Which keys a request asks for, by type. */
record KeysWanted(Map<String, @Nullable List<String>> idsByType) {

    /** What is there of them, with an empty object for a type of which nothing is. */
    Map<String, Map<String, byte[]>> from(KeyStore keys) {
        KeySelection selection = new KeySelection();
        Map<String, Namespace<Content>> types = new LinkedHashMap<>();
        idsByType.forEach((type, ids) -> {
            if (ids == null) {
                throw new InvalidInputException(type, "must be an array of ids");
            }
            Namespace<Content> namespace = Namespaces.named(type, Content.class);
            types.put(type, namespace);
            selection.add(namespace, ids);
        });
        FoundKeys found = keys.read(selection);
        Map<String, Map<String, byte[]>> answer = new LinkedHashMap<>();
        types.forEach((type, namespace) -> answer.put(type, bytes(found.of(namespace))));
        return answer;
    }

    private static Map<String, byte[]> bytes(Map<String, Content> contents) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        contents.forEach((id, content) -> bytes.put(id, content.bytes()));
        return bytes;
    }
}
