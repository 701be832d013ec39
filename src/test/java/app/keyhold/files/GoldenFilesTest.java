package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that were written once and must be opened for ever, wrapped by a key of 32 zero bytes (see [SmallDoor])
/// with the context `purpose` = `golden`. The files in `message/` were written by
///
/// - `sdk-*`: aws-encryption-sdk-java 3.0.2, `AwsCrypto.builder().withEncryptionFrameSize(64)` and `encryptData`
/// - `keyhold-*`: Keyhold 0.1.0, `FileService.encrypt` of a stream
///
/// from the 300 bytes 0, 1, … 255, 0, … 43.
class GoldenFilesTest {
    private final FileService files = new FileService(new SmallDoor(new byte[32]).client());

    @ParameterizedTest
    @ValueSource(strings = {"sdk-0478", "sdk-0578", "keyhold-0478", "keyhold-0578"})
    void areOpenedByEveryRelease(String name) throws IOException {
        var out = new ByteArrayOutputStream();

        files.decrypt(new ByteArrayInputStream(golden(name)), out, new Allowances(false, true), Progress.none());

        assertThat(out.toByteArray()).isEqualTo(plaintext());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/message/" + name + ".khd")) {
            return in.readAllBytes();
        }
    }

    private static byte[] plaintext() {
        byte[] bytes = new byte[300];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
