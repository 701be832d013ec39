package app.keyhold.files;

import app.keyhold.message.HeaderReader;
import app.keyhold.message.MessageException;
import app.keyhold.message.OutgoingMessage;
import java.io.IOException;
import java.util.function.Function;

/// Reads a finished message back and checks every frame, before it takes its name.
final class ReadBack {
    private ReadBack() {}

    static void verify(OutgoingMessage message, PartFile part, Progress progress) {
        read(message, part, progress, MessageOpening::intoNothing);
    }

    /// @param reading must take it to its end
    static <T> T read(
            OutgoingMessage message, PartFile part, Progress progress, Function<MessageOpening, T> reading) {
        try (var written = SourceFile.open(part.path())) {
            var watch = new Watch(progress, written.failures(), written.size());
            watch.begin(Phase.VERIFYING);
            var incoming = message.readBack(HeaderReader.read(written.stream(0)));
            return reading.apply(MessageOpening.of(incoming, written, Phase.VERIFYING, watch));
        } catch (MessageException changed) {
            throw Failures.of(part.path()).badlyWritten();
        } catch (IOException failure) {
            throw Failures.of(part.path()).reading(failure);
        }
    }
}
