package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.endpoint.CallLine;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.shape.Member;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.VaultException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

/// Many calls with one unlock: a line in, a line out, in order. A refused or unreadable line is answered with its error
/// and the next one goes on.
final class CallLines {
    private final AwsJson json = new AwsJson();
    private final Shell shell;
    private final OpenVault vault;

    CallLines(Shell shell, OpenVault vault) {
        this.shell = shell;
        this.vault = vault;
    }

    private record Answered(Object response) {}

    private record Refused(Refusal error) {}

    private record Refusal(
            @Member("__type") String type, @Member("message") Optional<String> message, int httpStatus) {}

    void answerAll() {
        var lines = new Lines(new BufferedInputStream(shell.terminal().in()));
        try {
            for (var line = lines.next(); line.isPresent() && !shell.interruption().requested(); line = lines.next()) {
                if (!isBlank(line.get())) {
                    shell.answer(json.encode(answer(line.get())));
                }
                Arrays.fill(line.get(), (byte) 0);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Object answer(byte[] line) {
        try (CallLine call = CallLine.parse(line)) {
            return new Answered(calls(call).answer(call.operation(), call.request()));
        } catch (KmsException refusal) {
            return new Refused(new Refusal(
                    refusal.fault().name(), refusal.serviceMessage(), refusal.fault().status()));
        }
    }

    private WireCalls calls(CallLine call) {
        try {
            return new WireCalls(call.region().map(vault::in).orElse(vault).client());
        } catch (VaultException noSuchRegion) {
            throw new KmsException(Fault.ValidationException, String.valueOf(noSuchRegion.getMessage()));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte letter : line) {
            if (letter != ' ' && letter != '\t' && letter != '\r') {
                return false;
            }
        }
        return true;
    }

    /// Lines of bounded length, as bytes that can be wiped.
    private record Lines(InputStream in) {
        Optional<byte[]> next() throws IOException {
            byte[] line = new byte[256];
            int length = 0;
            int letter = in.read();
            if (letter < 0) {
                return Optional.empty();
            }
            for (; letter >= 0 && letter != '\n'; letter = in.read()) {
                if (length == AwsJson.MAX_BYTES) {
                    throw new IOException("A line is longer than " + AwsJson.MAX_BYTES + " bytes");
                }
                if (length == line.length) {
                    byte[] longer = Arrays.copyOf(line, length * 2);
                    Arrays.fill(line, (byte) 0);
                    line = longer;
                }
                line[length++] = (byte) letter;
            }
            byte[] whole = Arrays.copyOf(line, length);
            Arrays.fill(line, (byte) 0);
            return Optional.of(whole);
        }
    }
}
