package org.restante.web.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.codec.Content;
import org.restante.codec.Utf8;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Lookup;
import org.restante.storage.Storage;
import org.restante.web.audit.Subjects;
import org.restante.web.json.Json;

/** The content of one entry, shown to operators who say that they want to see it, which is written down. */
@Named("content")
@RequestScoped
public class ContentPanel {

    /** Of how many bytes and characters the beginning is shown. */
    private static final int MOST_BYTES = 2048;

    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private @Nullable String text;

    @Inject
    Restante restante;

    @Inject
    ConsoleUser user;

    /** Whether the page asks whether to show an entry. */
    public boolean isAsking() {
        return user.isOperator() && !getKey().isEmpty() && text == null;
    }

    public String getKey() {
        return Address.parameter("key");
    }

    /** The content, once it was asked for. */
    public @Nullable String getText() {
        return text;
    }

    /** Shows the entry that the form names. */
    public void show() {
        Forms.perform(() -> {
            ProfileId profile = new ProfileId(Address.parameter("id"));
            EntryKey key = new EntryKey(profile, Address.parameter("ns"), getKey());
            Namespace<Content> namespace = Namespace.of(key.namespace(), Content.class);
            user.require();
            Storage storage = restante.profile(profile).storage();
            Lookup<Content> found = storage.lookup(namespace, key.key());
            if (found instanceof Lookup.Found<Content>) {
                user.looksAt(AuditActions.CONTENT_SHOWN, Subjects.entry(key));
            }
            text = cut(text(found, storage));
            return null;
        });
    }

    private String text(Lookup<Content> found, Storage storage) {
        if (found instanceof Lookup.Found<Content> entry) {
            return text(entry.value(), storage);
        }
        return found instanceof Lookup.Unreadable<Content> unreadable
                ? "The entry is unreadable: " + unreadable.reason()
                : "There is no such entry any more.";
    }

    private String text(Content content, Storage storage) {
        if (content.essence().equals(Content.CBOR)) {
            return decoded(storage).orElseGet(() -> hex(content));
        }
        if (content.isJson() || content.essence().startsWith("text/")) {
            try {
                return Utf8.decode(content.bytes());
            } catch (CharacterCodingException e) {
                return hex(content);
            }
        }
        return hex(content);
    }

    /** The value as JSON, in which bytes are base64. */
    private Optional<String> decoded(Storage storage) {
        Lookup<Object> found = storage.lookup(Namespace.of(Address.parameter("ns"), Object.class), getKey());
        try {
            return found instanceof Lookup.Found<Object> entry
                    ? Optional.of(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(entry.value()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String hex(Content content) {
        byte[] bytes = content.bytes();
        return HEX.formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES)))
                + (bytes.length > MOST_BYTES ? " …" : "");
    }

    private static String cut(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
    }
}
