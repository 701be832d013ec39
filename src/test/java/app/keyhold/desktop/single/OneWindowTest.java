package app.keyhold.desktop.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OneWindowTest {
    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<Handed> taken = new LinkedBlockingQueue<>();

    @Test
    void handsTheFilesOfASecondStartToTheFirst() throws Exception {
        var second = Handed.of(Optional.of(Path.of("other.keyhold")), List.of(Path.of("a letter.txt"), Path.of("Gr\u00fc\u00dfe.pdf")));
        try (var first = OneWindow.claim(folder).orElseThrow()) {
            first.listen(taken::add);
            assertThat(OneWindow.claim(folder)).isEmpty();
            assertThat(OneWindow.hand(folder, second)).isTrue();
        }
        assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo(second);
        assertThat(second.files()).allMatch(Path::isAbsolute);
    }

    @Test
    void tellsASecondStartThatItWasRefused() {
        try (var first = OneWindow.claim(folder).orElseThrow()) {
            first.listen(_ -> false);
            assertThat(OneWindow.hand(folder, Handed.of(Optional.empty(), List.of()))).isFalse();
        }
    }

    @Test
    void keepsANameThatIsNoText() throws IOException {
        Path odd = Path.of(URI.create("file:///tmp/%FF%0A.bin"));
        var bytes = new ByteArrayOutputStream();
        new Handed(Optional.empty(), List.of(odd)).write(bytes);
        assertThat(Handed.read(new ByteArrayInputStream(bytes.toByteArray())).files()).containsExactly(odd);
    }

    @Test
    void refusesWhatIsNoStart() {
        for (byte[] sent : List.of(new byte[0], new byte[64], new byte[] {0x4b, 0x48, 0x57, 0x31, 0, 0, (byte) 0xff, (byte) 0xff})) {
            assertThatThrownBy(() -> Handed.read(new ByteArrayInputStream(sent))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void goesOnAfterSomebodySaidNonsense() throws Exception {
        try (var first = OneWindow.claim(folder).orElseThrow()) {
            first.listen(taken::add);
            try (var channel = SocketChannel.open(
                    UnixDomainSocketAddress.of(folder.resolve("desktop.socket")))) {
                channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}));
            }
            assertThat(OneWindow.hand(folder, Handed.of(Optional.empty(), List.of()))).isTrue();
        }
    }

    @Test
    void takesThePlaceOfOneThatWasKilled() throws IOException {
        Files.createFile(folder.resolve("desktop.socket"));
        try (var next = OneWindow.claim(folder).orElseThrow()) {
            next.listen(taken::add);
            assertThat(OneWindow.hand(folder, Handed.of(Optional.empty(), List.of()))).isTrue();
        }
        assertThat(folder.resolve("desktop.socket")).doesNotExist();
    }

    @Test
    void isNobodyWhereNoWindowIs() {
        assertThat(OneWindow.hand(folder, Handed.of(Optional.empty(), List.of()))).isFalse();
    }
}
