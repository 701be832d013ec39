package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
    private static final int FRAME = Encryption.FRAME_LENGTH;

    private final FileService files = new FileService(new SmallDoor().client());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME})
    void comeBackAsTheyWere(int size) {
        byte[] plaintext = plaintext(size);

        assertThat(decrypt(encrypt(new ByteArrayInputStream(plaintext), false))).isEqualTo(plaintext);
    }

    @Test
    void mayArriveInAnyPieces() {
        byte[] plaintext = plaintext(FRAME + 1000);
        var drops = new FilterInputStream(new ByteArrayInputStream(plaintext)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 7));
            }
        };

        assertThat(decrypt(encrypt(drops, false))).isEqualTo(plaintext);
    }

    @Test
    void areDecryptedFromASignedFileOnceItIsVerified(@TempDir Path folder) throws Exception {
        byte[] plaintext = plaintext(2 * FRAME + 1);
        Path file = Files.write(folder.resolve("a.khd"), encrypt(new ByteArrayInputStream(plaintext), true));
        var out = new ByteArrayOutputStream();

        files.decrypt(file, out, Allowances.none(), Progress.none());

        assertThat(out.toByteArray()).isEqualTo(plaintext);
    }

    @Test
    void thatBreakOffEndWithAMessage() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the cable was pulled");
            }
        };

        assertThatThrownBy(() -> encrypt(broken, false)).isInstanceOfSatisfying(FileException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.IO);
            assertThat(refused.happened()).contains("the cable was pulled");
        });
    }

    private byte[] encrypt(InputStream in, boolean signed) {
        var out = new ByteArrayOutputStream();
        files.encrypt(in, out, Sealing.under(SmallDoor.ARN).signed(signed), Progress.none());
        return out.toByteArray();
    }

    private byte[] decrypt(byte[] message) {
        var out = new ByteArrayOutputStream();
        files.decrypt(new ByteArrayInputStream(message), out, Allowances.none(), Progress.none());
        return out.toByteArray();
    }

    private static byte[] plaintext(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
