package app.keyhold.files;

import app.keyhold.files.archive.ArchiveException;
import app.keyhold.files.archive.Beginning;
import app.keyhold.files.archive.OneFile;
import app.keyhold.kms.Client;
import app.keyhold.message.CommitmentPolicy;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Decrypts one file. Every frame, and the signature where there is one, is verified before the result takes its name.
///
/// The result gets the encrypted file's permissions and time, which encryption took over from the original; where the
/// encrypted file hides a name, all three are inside.
final class Decryption {
    private final Client client;
    private final DecryptOrder order;
    private final Progress progress;

    Decryption(Client client, DecryptOrder order, Progress progress) {
        this.client = client;
        this.order = order;
        this.progress = progress;
    }

    FileResult run() {
        try (var source = SourceFile.open(order.source())) {
            var watch = new Watch(progress, source.failures(), source.size());
            watch.begin(Phase.OPENING);
            return open(source, watch);
        } catch (MessageException refused) {
            throw Failures.of(order.source()).message(refused);
        } catch (ArchiveException refused) {
            throw Failures.of(order.source()).extracting(refused);
        } catch (Window.NotOneFile refused) {
            throw Failures.of(order.source()).notOneFile();
        } catch (IOException failure) {
            throw Failures.of(order.source()).reading(failure);
        }
    }

    private FileResult open(SourceFile source, Watch watch) throws IOException {
        var header = HeaderReader.read(source.stream(0));
        var expected = target(Beginning.ofAnything());
        var taken = expected.taken(source);
        if (taken.isPresent()) {
            return new FileResult.Skipped(order.source(), taken.get());
        }
        var keyring = KmsKeyring.opening(client, source.failures());
        try (var message = IncomingMessage.open(
                header, keyring, CommitmentPolicy.allowingUncommitted(order.allowUncommitted()))) {
            var opening = MessageOpening.of(message, source, Phase.DECRYPTING, watch);
            opening.requireEnd();
            var beginning = opening.beginning();
            var target = target(beginning);
            taken = target.equals(expected) ? taken : target.taken(source);
            if (taken.isPresent()) {
                return new FileResult.Skipped(order.source(), taken.get());
            }
            target.prepare(source.size() - header.size());
            return order.extract() && beginning.oneFile().isEmpty()
                    ? new Extraction(opening, target, order.sync(), progress).run(order.source(), keyring)
                    : write(opening, beginning.oneFile(), keyring, target);
        }
    }

    /// By the encrypted file's name, unless another one is inside.
    private Target target(Beginning beginning) {
        Path source = order.source();
        Path name = order.extract() ? Names.extracted(source) : Names.decrypted(source);
        var target = Target.of(source, order.destination(), name, order.collision());
        if (order.destination() instanceof Destination.Exactly) {
            return target;
        }
        String suffix = order.extract() ? "" : Names.TAR;
        return beginning
                .oneFile()
                .map(file -> file.in(target.folder()))
                .or(() -> beginning.marker().flatMap(marker -> marker.in(target.folder(), suffix)))
                .map(inside -> new Target(inside, order.collision()))
                .orElse(target);
    }

    private FileResult write(MessageOpening opening, Optional<OneFile> named, KmsKeyring keyring, Target target) {
        var source = opening.source();
        try (var part = PartFile.create(target, order.sync(), progress)) {
            opening.watch().begin(Phase.DECRYPTING);
            long written = named.isPresent() ? opening.into(part, named.get()) : opening.into(part);
            source.requireUnchanged();
            opening.watch().requireGoOn();
            progress.at(Phase.FINISHING, source.size(), source.size());
            return part.publish(named.map(Traits::of).orElseGet(source::traits))
                    .<FileResult>map(name -> new FileResult.Written(
                            order.source(), name, source.size(), written, keyring.usedKey()))
                    .orElseGet(() -> new FileResult.Skipped(order.source(), target.path()));
        }
    }
}
