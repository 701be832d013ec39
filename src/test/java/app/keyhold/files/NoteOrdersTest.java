package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoteOrdersTest {
    private static final List<Path> SOURCES = List.of(Path.of("/home/eva/a"), Path.of("/home/eva/zürich"));

    static Stream<BatchOrder> orders() {
        var sealing = new Sealing(List.of("alias/my-files", "alias/second"), Map.of("purpose", "archive"), true);
        return Stream.of(
                new BatchOrder.Encrypt(SOURCES, Destination.beside(), sealing, Collision.SKIP, true, false),
                new BatchOrder.Encrypt(
                        SOURCES, Destination.beside(), sealing, Collision.SKIP, false, true, Optional.of(false)),
                new BatchOrder.Encrypt(SOURCES, Destination.beside(), sealing, Collision.FAIL, false, true)
                        .as(Form.ARCHIVE)
                        .hidingNames(true)
                        .originals(Original.BIN),
                new BatchOrder.Decrypt(SOURCES, Destination.folder(Path.of("/tmp/out")), Collision.KEEP_BOTH, true),
                new BatchOrder.Decrypt(SOURCES, Destination.beside(), Collision.SKIP, true).extracting(true),
                new BatchOrder.Reencrypt(SOURCES, List.of(), true, Optional.empty(), true),
                new BatchOrder.Reencrypt(SOURCES, List.of("alias/new"), false, Optional.of(true), false));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void areReadAsTheyWereWritten(BatchOrder order) throws IOException {
        var bytes = new ByteArrayOutputStream();
        NoteOrders.write(new DataOutputStream(bytes), order);

        assertThat(NoteOrders.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(order);
    }
}
