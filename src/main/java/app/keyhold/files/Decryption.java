package app.keyhold.files;

import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Client;
import app.keyhold.message.CommitmentPolicy;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageException;
import java.io.IOException;

/// Decrypts one file. Every frame, and the signature where there is one, is verified before the result takes its name.
///
/// The result gets the encrypted file's permissions and time, which encryption took over from the original.
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
        if (order.extract()) {
            throw Failures.of(order.source())
                    .of(Kind.REFUSED, "Archives cannot be extracted yet.", "Decrypt it and use tar.");
        }
        var target = Target.of(
                order.source(), order.destination(), Names.decrypted(order.source()), order.collision());
        try (var source = SourceFile.open(order.source())) {
            var watch = new Watch(progress, source.failures(), source.size());
            watch.begin(Phase.OPENING);
            return open(source, target, watch);
        } catch (MessageException refused) {
            throw Failures.of(order.source()).message(refused);
        } catch (IOException failure) {
            throw Failures.of(order.source()).reading(failure);
        }
    }

    private FileResult open(SourceFile source, Target target, Watch watch) throws IOException {
        var header = HeaderReader.read(source.stream(0));
        var taken = target.taken(source);
        if (taken.isPresent()) {
            return new FileResult.Skipped(order.source(), taken.get());
        }
        var keyring = KmsKeyring.opening(client, source.failures());
        try (var message = IncomingMessage.open(
                header, keyring, CommitmentPolicy.allowingUncommitted(order.allowUncommitted()))) {
            var opening = MessageOpening.of(message, source, Phase.DECRYPTING, watch);
            opening.requireEnd();
            target.prepare(source.size() - header.size());
            return write(opening, keyring, target);
        }
    }

    private FileResult write(MessageOpening opening, KmsKeyring keyring, Target target) {
        var source = opening.source();
        try (var part = PartFile.create(target, order.sync(), progress)) {
            opening.watch().begin(Phase.DECRYPTING);
            long written = opening.into(part);
            source.requireUnchanged();
            opening.watch().requireGoOn();
            progress.at(Phase.FINISHING, source.size(), source.size());
            return part.publish(source.traits())
                    .<FileResult>map(name -> new FileResult.Written(
                            order.source(), name, source.size(), written, keyring.usedKey()))
                    .orElseGet(() -> new FileResult.Skipped(order.source(), target.path()));
        }
    }
}
