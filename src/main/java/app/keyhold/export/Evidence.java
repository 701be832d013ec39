package app.keyhold.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A chain for somebody who has no Keyhold: the rows with their bodies, the checkpoints, a program of one file that
/// verifies both, and what that proves.
public final class Evidence {
    private static final String CHAIN = "chain.jsonl";

    private final TimelineExport chain;

    public Evidence(TimelineExport chain) {
        this.chain = chain;
    }

    /// @param out a zip file's content; flushed, not closed
    /// @return how many rows were written
    public long write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        resource(zip, "EVIDENCE.txt");
        resource(zip, "VerifyChain.java");
        zip.putNextEntry(new ZipEntry(CHAIN));
        long written = chain.write(TimelineForm.JSONL, zip);
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return written;
    }

    private static void resource(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Objects.requireNonNull(Evidence.class.getResourceAsStream(name), name)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }
}
