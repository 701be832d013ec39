package app.keyhold.vault.backup;

import app.keyhold.vault.VaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [TarFormat] writes, in the order that is expected, and nothing else: no links, no paths, nothing behind the
/// end.
final class TarReader {
    private final InputStream in;

    TarReader(InputStream in) {
        this.in = in;
    }

    /// A small entry as a whole.
    byte[] small(String name, int most) throws IOException {
        var content = new ByteArrayOutputStream();
        copy(name, most, content);
        return content.toByteArray();
    }

    /// @throws VaultException DAMAGED if the next entry is another, or larger than `most`
    void copy(String name, long most, OutputStream out) throws IOException {
        var header = block();
        if (!Arrays.equals(header, TarFormat.header(name, size(header)))) {
            throw damaged("does not hold " + name + " where it belongs");
        }
        long size = size(header);
        if (size > most) {
            throw damaged("holds a " + name + " of " + size + " bytes");
        }
        long left = size;
        var buffer = new byte[64 << 10];
        while (left > 0) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                throw damaged("ends too early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
        if (in.readNBytes(TarFormat.padding(size)).length < TarFormat.padding(size)) {
            throw damaged("ends too early");
        }
    }

    void end() throws IOException {
        var rest = in.readNBytes(2 * TarFormat.BLOCK + 1);
        if (!Arrays.equals(rest, new byte[2 * TarFormat.BLOCK])) {
            throw damaged("does not end where it should");
        }
    }

    private byte[] block() throws IOException {
        var block = new byte[TarFormat.BLOCK];
        if (in.readNBytes(block, 0, block.length) < block.length) {
            throw damaged("ends too early");
        }
        return block;
    }

    private static long size(byte[] header) {
        var digits = new String(header, TarFormat.SIZE, TarFormat.SIZE_LENGTH - 1, StandardCharsets.US_ASCII);
        if (!digits.matches("[0-7]{11}")) {
            throw damaged("is no backup Keyhold wrote");
        }
        return Long.parseLong(digits, 8);
    }

    static VaultException damaged(String how) {
        return new VaultException(
                VaultException.Kind.DAMAGED,
                "The backup " + how + ". Nothing was restored from it.",
                "Take another copy of this backup, or an older one.");
    }
}
