package app.keyhold.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A message and what is to become of it: lines `name: value`, an empty line, the message's bytes.
///
/// - `expect`: `opened`, or the [MessageException.Kind] it is refused with
/// - `says`: the refusal's sentence
/// - `offset`: and its place
record MessageVector(String name, Map<String, String> expected, byte[] bytes) {
    static MessageVector read(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\n\n");
        var lines = new String(whole, 0, end, StandardCharsets.UTF_8).lines();
        return new MessageVector(
                file.getFileName().toString(),
                lines.map(line -> line.split(": ", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                Arrays.copyOfRange(whole, end + 2, whole.length));
    }

    boolean opens() {
        return "opened".equals(expected.get("expect"));
    }

    Optional<Long> offset() {
        return Optional.ofNullable(expected.get("offset")).map(Long::valueOf);
    }

    /// @throws MessageException if it is refused
    byte[] open(CommitmentPolicy policy) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        var out = new ByteArrayOutputStream();
        try (var message = IncomingMessage.open(HeaderReader.read(in), new LocalKeyring(new byte[32]), policy)) {
            MessageStreams.decrypt(message, in, out, _ -> {});
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
