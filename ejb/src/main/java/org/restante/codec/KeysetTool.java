package org.restante.codec;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Makes and rotates keyset files on the command line: {@code generate FILE}, {@code add FILE}, {@code promote FILE KEYID},
 * {@code list FILE}. Adding and promoting are two steps, so that every node can read a key before any node writes with it.
 * Prints ids only, never key material. Exit code 0, or 2 with one line on the error output and no file changed.
 */
public final class KeysetTool {

    private static final String USAGE = "usage: generate FILE | add FILE | promote FILE KEYID | list FILE";

    private final PrintStream out;

    private KeysetTool(PrintStream out) {
        this.out = out;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            boolean known = new KeysetTool(out).command(args);
            if (!known) {
                err.println(USAGE);
            }
            return known ? 0 : 2;
        } catch (KeysetFileException | GeneralSecurityException | InvalidPathException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private boolean command(List<String> args) throws KeysetFileException, GeneralSecurityException {
        switch (args.isEmpty() ? "" : args.get(0) + "/" + (args.size() - 1)) {
            case "generate/1" -> generate(Path.of(args.get(1)));
            case "add/1" -> add(Path.of(args.get(1)));
            case "promote/2" -> promote(Path.of(args.get(1)), args.get(2));
            case "list/1" -> list(Path.of(args.get(1)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void generate(Path file) throws KeysetFileException, GeneralSecurityException {
        KeysetHandle keyset = KeysetHandle.newBuilder()
                .setConfiguration(KeysetFile.AEAD)
                .addEntry(newKey().makePrimary())
                .build();
        KeysetFile.create(file, keyset);
        out.println("created " + file + " with the primary key " + id(keyset.getAt(0)));
    }

    private void add(Path file) throws KeysetFileException, GeneralSecurityException {
        KeysetHandle keyset = changing(KeysetFile.read(file)).addEntry(newKey()).build();
        KeysetFile.replace(file, keyset);
        out.println("added the key " + id(keyset.getAt(keyset.size() - 1))
                + ", not yet primary: promote it when every node has this file");
    }

    private void promote(Path file, String keyId) throws KeysetFileException, GeneralSecurityException {
        KeysetHandle keyset = KeysetFile.read(file);
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            if (id(entry).equals(keyId) && entry.getStatus() == KeyStatus.ENABLED) {
                KeysetHandle.Builder builder = changing(keyset);
                builder.getAt(i).makePrimary();
                KeysetFile.replace(file, builder.build());
                out.println("the key " + keyId + " is primary");
                return;
            }
        }
        throw new KeysetFileException(file, "has no enabled key " + keyId);
    }

    private void list(Path file) throws KeysetFileException {
        KeysetHandle keyset = KeysetFile.read(file);
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            out.println(id(entry) + " " + entry.getStatus() + (entry.isPrimary() ? " primary" : ""));
        }
    }

    private static KeysetHandle.Builder.Entry newKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE)
                .withRandomId();
    }

    private static KeysetHandle.Builder changing(KeysetHandle keyset) {
        return KeysetHandle.newBuilder(keyset).setConfiguration(KeysetFile.AEAD);
    }

    private static String id(KeysetHandle.Entry entry) {
        return Integer.toUnsignedString(entry.getId());
    }
}
