package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespaces;

class ImportOutcomeTest {

    private final ImportedProfile profile = new ImportedProfile();

    @Test
    void nothingIsImportedWhenTheLastFileIsBad() {
        AuthFolder folder = AuthFolder.real().with("tctoken-zzz.json", "{");

        assertThat(profile.refused(folder)).extracting(FileRemark::file).containsExactly("tctoken-zzz.json");
    }

    @Test
    void theOthersAreImportedWhereUnreadableOnesAreSkipped() {
        AuthFolder folder =
                AuthFolder.real().with("session-15550002222.0.json", "").with("foo-bar.json", "{}");

        ImportOutcome outcome = profile.zip(folder.zipped(), WhenUnreadable.SKIP);

        assertThat(outcome)
                .isEqualTo(new ImportOutcome.Imported(
                        35,
                        List.of(
                                new FileRemark("session-15550002222.0.json", "is empty"),
                                new FileRemark("foo-bar.json", "is of no known type")),
                        List.of()));
        assertThat(profile.exported().files()).hasSize(35).doesNotContainKey("session-15550002222.0.json");
    }

    @Test
    void missingCredentialsAreAnUnreadableFile() {
        AuthFolder folder = AuthFolder.real().without("creds.json");

        assertThat(profile.refused(folder)).containsExactly(new FileRemark("creds.json", "is missing"));
        assertThat(profile.zip(folder.zipped(), WhenUnreadable.SKIP))
                .isEqualTo(
                        new ImportOutcome.Imported(35, List.of(new FileRemark("creds.json", "is missing")), List.of()));
        assertThat(profile.folders().export(profile.storage())).isInstanceOf(ExportOutcome.NoCredentials.class);
    }

    @Test
    void brokenCredentialsAreToldOnceAndLeaveThoseOfTheProfile() {
        profile.imported(AuthFolder.real());

        ImportOutcome outcome =
                profile.zip(new AuthFolder().with("creds.json", "{\"adv").zipped(), WhenUnreadable.SKIP);

        assertThat(outcome.unreadable()).extracting(FileRemark::file).containsExactly("creds.json");
        assertThat(profile.storage().get(Namespaces.CREDS, "self")).isPresent();
        assertThat(outcome.toString()).doesNotContain("adv");
    }

    @Test
    void anEmptyFolderHasNoCredentials() {
        assertThat(profile.refused(new AuthFolder())).containsExactly(new FileRemark("creds.json", "is missing"));
    }

    @Test
    void aKeyThatCannotBeToldIsKeptAsItIsWrittenAndNoted() {
        AuthFolder folder = AuthFolder.minimal().with("session-a-b.json", "{}");

        ImportOutcome.Imported outcome = profile.imported(folder);

        assertThat(outcome.imported()).isEqualTo(2);
        assertThat(outcome.unreadable()).isEmpty();
        assertThat(outcome.notes()).extracting(FileRemark::file).containsExactly("session-a-b.json");
        assertThat(profile.storage().get(Namespaces.SESSION, "a-b")).isPresent();
        assertThat(profile.exported().files()).containsKey("session-a-b.json");
    }

    @Test
    void theFilesMayLieInOneDirectory() {
        assertThat(profile.imported(AuthFolder.real().in("auth_info_baileys")).imported())
                .isEqualTo(36);
    }

    @Test
    void whatFileManagersAddIsPassedOver() {
        AuthFolder folder = AuthFolder.minimal()
                .with(".DS_Store", "x")
                .in("auth")
                .with("__MACOSX/", "")
                .with("__MACOSX/auth/._creds.json", "x")
                .with("auth/Thumbs.db", "x");

        assertThat(profile.imported(folder)).isEqualTo(new ImportOutcome.Imported(1, List.of(), List.of()));
    }

    @Test
    void filesInFurtherDirectoriesAreUnreadable() {
        AuthFolder besides = AuthFolder.minimal().with("old/creds.json", "{}");
        AuthFolder below = AuthFolder.minimal().with("old/creds.json", "{}").in("auth");

        FileRemark remark = new FileRemark("old/creds.json", "lies in another folder");
        assertThat(profile.refused(besides)).containsExactly(remark);
        assertThat(profile.refused(below)).containsExactly(remark);
    }

    @Test
    void inADirectoryOnlyItsFilesAreRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "{}");
        Path folder = AuthFolder.minimal().writtenTo(directory.resolve("auth"));
        Files.createDirectory(folder.resolve("more"));
        Files.createSymbolicLink(folder.resolve("session-1.0.json"), secret);

        ImportOutcome outcome = profile.folders().importFolder(profile.storage(), folder, WhenUnreadable.SKIP);

        assertThat(outcome).isInstanceOf(ImportOutcome.Imported.class);
        assertThat(outcome.unreadable())
                .containsExactlyInAnyOrder(
                        new FileRemark("more", "is not a regular file"),
                        new FileRemark("session-1.0.json", "is not a regular file"));
    }

    @Test
    void aDirectoryThatIsNoneIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> profile.folders().importFolder(profile.storage(), file, WhenUnreadable.SKIP))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("folder"));
    }
}
