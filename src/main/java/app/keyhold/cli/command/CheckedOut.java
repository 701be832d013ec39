package app.keyhold.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/// A print stream that fails when it cannot write, instead of swallowing it: a full disk or a closed pipe must end the
/// work.
final class CheckedOut extends OutputStream {
    private final PrintStream out;

    CheckedOut(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        requireWritten();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        requireWritten();
    }

    @Override
    public void flush() throws IOException {
        requireWritten();
    }

    private void requireWritten() throws IOException {
        if (out.checkError()) {
            throw new IOException("Standard output takes no more: No space left, or its reader is gone");
        }
    }
}
