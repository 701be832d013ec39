package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Randomness;
import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.RegionDoors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file for keys of two Regions.
class RegionDoorsTest {
    private static final String THERE = SmallDoor.ARN.replace("us-east-1", "eu-west-1");
    private static final String RELATIVE_THERE = THERE.substring(0, THERE.indexOf('/') + 1) + "mrk-" + "0".repeat(32);

    private final SmallDoor here = new SmallDoor();
    private final SmallDoor there = new SmallDoor();
    private final FileService files = new FileService(RegionDoors.of(
            here.client(), region -> Optional.of(there.client()).filter(_ -> region.equals("eu-west-1"))));

    @BeforeEach
    void moveKey() {
        there.keys.clear();
        there.keys.put(THERE, Randomness.bytes(32));
        there.keys.put(RELATIVE_THERE, Randomness.bytes(32));
    }

    @Test
    void opensInEitherRegion() {
        byte[] message = encrypted(SmallDoor.ARN, THERE);

        assertThat(decrypted(new FileService(here.client()), message)).isEqualTo("dear");
        assertThat(decrypted(new FileService(there.client()), message)).isEqualTo("dear");
    }

    @Test
    void opensHereWithAKeyThatIsOnlyThere() {
        assertThat(decrypted(files, encrypted(THERE))).isEqualTo("dear");
    }

    @Test
    void opensHereWithAMultiRegionKeyThatHasNoRelativeHere() {
        assertThat(decrypted(files, encrypted(RELATIVE_THERE))).isEqualTo("dear");
    }

    @Test
    void isToldOfInEachRegion() {
        here.material = Optional.of("m0");
        there.material = Optional.of("m1");
        var told = new StringBuilder();
        here.recorded = request -> told.append("here ").append(request.keyMaterialId()).append('\n');
        there.recorded = request -> told.append("there ").append(request.keyMaterialId()).append('\n');

        encrypted(SmallDoor.ARN);
        encrypted(THERE);
        files.remember();

        assertThat(told.toString()).isEqualTo("here m0\nthere m1\n");
    }

    @Test
    void isRefusedWhereARegionIsAway() {
        String away = SmallDoor.ARN.replace("us-east-1", "ap-south-1");

        assertThatThrownBy(() -> encrypted(SmallDoor.ARN, away))
                .isInstanceOfSatisfying(
                        FileException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.NO_KEY));
    }

    private byte[] encrypted(String... keys) {
        var out = new ByteArrayOutputStream();
        files.encrypt(
                new ByteArrayInputStream("dear".getBytes(StandardCharsets.UTF_8)),
                out,
                Sealing.under(List.of(keys)),
                Progress.none());
        return out.toByteArray();
    }

    private static String decrypted(FileService files, byte[] message) {
        var out = new ByteArrayOutputStream();
        files.decrypt(new ByteArrayInputStream(message), out, Allowances.none(), Progress.none());
        return out.toString(StandardCharsets.UTF_8);
    }
}
