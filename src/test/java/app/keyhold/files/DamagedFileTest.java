package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of an encrypted file that is not what was written: nothing is left under the target's name, and the
/// message says where it is bad.
class DamagedFileTest {
    private static final int FRAME = Encryption.FRAME_LENGTH;
    private static final int SIZE = 5 * FRAME + 1000;

    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());
    private Path encrypted;
    private byte[] message;
    private int headerSize;

    @BeforeEach
    void encrypt() throws IOException {
        byte[] plaintext = new byte[SIZE];
        new Random(1).nextBytes(plaintext);
        Path source = Files.write(folder.resolve("film"), plaintext);
        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN)).synced(false), Progress.none());
        Files.delete(source);
        encrypted = folder.resolve("film.khd");
        message = Files.readAllBytes(encrypted);
        headerSize = files.inspect(encrypted).headerSize();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5})
    void isToldByTheOffsetOfTheFirstBadFrame(int frame) throws Exception {
        int offset = headerSize + frame * (FRAME + 32);
        message[offset + 500] ^= 1;
        message[message.length - 1] ^= 1; // and another one behind it
        Files.write(encrypted, message);

        assertThatThrownBy(this::decrypt).isInstanceOfSatisfying(FileException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(refused.offset()).hasValue(offset);
        });
        assertThat(folder).isDirectoryContaining("regex:.*film.khd").isDirectoryNotContaining("regex:.*film(.part)?");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 1000, 1016, 1040, 1041, FRAME, FRAME + 32, FRAME + 1040, 2 * FRAME, SIZE})
    void isNotBegunIfItsEndIsMissing(int missing) throws Exception {
        Files.write(encrypted, Arrays.copyOf(message, message.length - missing));

        assertThatThrownBy(() -> files.decrypt(DecryptOrder.of(encrypted), refusingToWork()))
                .isInstanceOfSatisfying(
                        FileException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.TRUNCATED));
        assertThat(folder).isDirectoryNotContaining("regex:.*film(.part)?");
    }

    @Test
    void isRefusedWithBytesBehindItsEnd() throws Exception {
        Files.write(encrypted, Arrays.copyOf(message, message.length + 100));

        assertThatThrownBy(this::decrypt).isInstanceOf(FileException.class);
        assertThat(folder).isDirectoryNotContaining("regex:.*film(.part)?");
    }

    @Test
    void isRefusedBeforeAnythingIsWrittenIfItsHeaderWasChanged() throws Exception {
        message[headerSize - 1] ^= 1;
        Files.write(encrypted, message);

        assertThatThrownBy(this::decrypt)
                .isInstanceOfSatisfying(
                        FileException.class, refused -> assertThat(refused.offset()).hasValue(0));
    }

    @Test
    void releasesOnlyWholeVerifiedFramesToAStream() {
        message[headerSize + 2 * (FRAME + 32) + 500] ^= 1;
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> files.decrypt(new ByteArrayInputStream(message), out, Allowances.none(), Progress.none()))
                .isInstanceOfSatisfying(FileException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.DAMAGED);
                    assertThat(refused.safe()).isEqualTo("What came out before is authentic but not complete.");
                });
        assertThat(out.size()).isEqualTo(2 * FRAME);
    }

    @Test
    void releasesNothingOfASignedFileWhoseSignatureIsWrong() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter"), "dear");
        files.encrypt(EncryptOrder.of(letter, Sealing.under(SmallDoor.ARN).signed(true)), Progress.none());
        byte[] signed = Files.readAllBytes(folder.resolve("letter.khd"));
        signed[signed.length - 1] ^= 1;
        Files.write(folder.resolve("letter.khd"), signed);
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> files.decrypt(folder.resolve("letter.khd"), out, Allowances.none(), Progress.none()))
                .isInstanceOf(FileException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void refusesASignedStreamUnlessToldOtherwise() {
        var sealed = new ByteArrayOutputStream();
        var sealing = Sealing.under(SmallDoor.ARN).signed(true);
        files.encrypt(new ByteArrayInputStream("dear".getBytes()), sealed, sealing, Progress.none());
        var in = new ByteArrayInputStream(sealed.toByteArray());
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> files.decrypt(in, out, Allowances.none(), Progress.none()))
                .isInstanceOfSatisfying(
                        FileException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.REFUSED));
        assertThat(out.size()).isZero();
    }

    private static Progress refusingToWork() {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                assertThat(phase).isEqualTo(Phase.OPENING);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private void decrypt() {
        files.decrypt(DecryptOrder.of(encrypted).synced(false), Progress.none());
    }
}
