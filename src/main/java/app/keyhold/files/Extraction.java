package app.keyhold.files;

import app.keyhold.files.FileException.Kind;
import app.keyhold.files.archive.TarReader;
import app.keyhold.files.archive.Unpacking;
import java.io.IOException;
import java.nio.file.Path;

/// Takes the archive in a message apart into a fresh folder, which gets its name once the end of the message and its
/// signature are verified. Frames are opened while files are written.
final class Extraction {
    private final MessageOpening opening;
    private final Target target;
    private final boolean sync;
    private final Progress progress;

    Extraction(MessageOpening opening, Target target, boolean sync, Progress progress) {
        this.opening = opening;
        this.target = target;
        this.sync = sync;
        this.progress = progress;
    }

    FileResult run(Path source, KmsKeyring keyring) {
        requireFrames();
        try (var part = FolderPart.create(target, progress)) {
            var usual = part.closeToOthers();
            opening.watch().begin(Phase.DECRYPTING);
            var unpacking = unpack(part.path());
            opening.source().requireUnchanged();
            opening.watch().requireGoOn();
            progress.at(Phase.FINISHING, opening.source().size(), opening.source().size());
            if (!unpacking.toldOfRoot()) {
                usual.givePermissions(part.path());
            }
            return part.publish(sync)
                    .<FileResult>map(name -> new FileResult.Written(
                            source, name, opening.source().size(), unpacking.bytes(), keyring.usedKey()))
                    .orElseGet(() -> new FileResult.Skipped(source, target.path()));
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    /// What is sealed in one piece is authentic only at its end; an archive would be taken apart before.
    private void requireFrames() {
        if (!opening.message().header().framed()) {
            throw opening.source()
                    .failures()
                    .of(
                            Kind.REFUSED,
                            opening.source().failures().name() + " is sealed in one piece, and is not extracted unverified.",
                            "Decrypt it without --extract, then use tar.");
        }
    }

    private Unpacking unpack(Path folder) throws IOException {
        try (var pipe = new PlaintextPipe()) {
            var thread = Thread.ofPlatform().daemon().name("keyhold-extract").start(() -> open(pipe));
            try {
                var unpacking = new Unpacking(folder, new TarReader(pipe), opening.source().size(), sync);
                unpacking.run();
                return unpacking;
            } finally {
                pipe.close();
                join(thread);
            }
        }
    }

    private void open(PlaintextPipe pipe) {
        try {
            opening.into(pipe);
            pipe.end();
        } catch (RuntimeException | Error failure) {
            pipe.fail(failure);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
