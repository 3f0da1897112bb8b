package org.restante.baileys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files by name, and the zip of them: what Baileys wrote, or something less kind. */
final class AuthFolder {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A folder with credentials, which is enough to be imported. */
    static AuthFolder minimal() {
        return new AuthFolder().with("creds.json", "{\"registrationId\":35}");
    }

    /** A real folder, made with throw-away keys by {@code src/test/baileys/generate.mjs}. */
    static AuthFolder real() {
        AuthFolder folder = new AuthFolder();
        try (Stream<Path> files = Files.list(realPath())) {
            for (Path file : files.sorted().toList()) {
                folder.files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    static Path realPath() {
        return resource("auth-small");
    }

    static Path resource(String name) {
        try {
            return Path.of(AuthFolder.class.getResource("/baileys/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static AuthFolder unzipped(byte[] zip) {
        AuthFolder folder = new AuthFolder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                folder.files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    AuthFolder with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    AuthFolder with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    AuthFolder without(String path) {
        files.remove(path);
        return this;
    }

    /** The same files, all in one directory, which has an entry of its own. */
    AuthFolder in(String directory) {
        AuthFolder folder = new AuthFolder().with(directory + "/", "");
        files.forEach((path, content) -> folder.with(directory + "/" + path, content));
        return folder;
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte[] zipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path writtenTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        return directory;
    }
}
