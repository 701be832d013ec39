package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files and folders handed over at once. A folder stands for every regular file below it; with
/// [Destination.Folder] its tree is kept there, under the folder's own name. [Destination.Exactly] is for single files.
public sealed interface BatchOrder {
    List<Path> sources();

    Destination destination();

    Collision collision();

    /// What is gone on with after a crash: it keeps what stands there by then, whatever was said before.
    BatchOrder afterACrash();

    /// Members as in [EncryptOrder].
    ///
    /// @param form with [Form#ARCHIVE] the batch has one job, whose result is called by the single source, or `archive`;
    ///     with [Destination.Exactly] just so
    record Encrypt(
            List<Path> sources,
            Destination destination,
            Sealing sealing,
            Collision collision,
            boolean verify,
            boolean sync,
            Optional<Boolean> rememberPaths,
            Form form,
            boolean hideNames,
            Original original)
            implements BatchOrder {
        public Encrypt {
            sources = List.copyOf(sources);
            verify |= original == Original.BIN;
            sync |= original == Original.BIN;
        }

        public Encrypt(
                List<Path> sources,
                Destination destination,
                Sealing sealing,
                Collision collision,
                boolean verify,
                boolean sync,
                Optional<Boolean> rememberPaths) {
            this(
                    sources,
                    destination,
                    sealing,
                    collision,
                    verify,
                    sync,
                    rememberPaths,
                    Form.EACH,
                    false,
                    Original.KEEP);
        }

        public Encrypt(
                List<Path> sources,
                Destination destination,
                Sealing sealing,
                Collision collision,
                boolean verify,
                boolean sync) {
            this(sources, destination, sealing, collision, verify, sync, Optional.empty());
        }

        @Override
        public Encrypt afterACrash() {
            return with(collision.orKeepBoth(), form, hideNames, original);
        }

        public Encrypt as(Form form) {
            return with(collision, form, hideNames, original);
        }

        public Encrypt hidingNames(boolean hideNames) {
            return with(collision, form, hideNames, original);
        }

        public Encrypt originals(Original original) {
            return with(collision, form, hideNames, original);
        }

        private Encrypt with(Collision collision, Form form, boolean hideNames, Original original) {
            return new Encrypt(
                    sources,
                    destination,
                    sealing,
                    collision,
                    verify,
                    sync,
                    rememberPaths,
                    form,
                    hideNames,
                    original);
        }
    }

    /// Members as in [DecryptOrder].
    record Decrypt(
            List<Path> sources,
            Destination destination,
            Collision collision,
            boolean sync,
            boolean extract,
            boolean allowUncommitted)
            implements BatchOrder {
        public Decrypt {
            sources = List.copyOf(sources);
        }

        public Decrypt(List<Path> sources, Destination destination, Collision collision, boolean sync) {
            this(sources, destination, collision, sync, false, false);
        }

        @Override
        public Decrypt afterACrash() {
            return new Decrypt(sources, destination, collision.orKeepBoth(), sync, extract, allowUncommitted);
        }

        public Decrypt extracting(boolean extract) {
            return new Decrypt(sources, destination, collision, sync, extract, allowUncommitted);
        }

        public Decrypt allowingUncommitted(boolean allowUncommitted) {
            return new Decrypt(sources, destination, collision, sync, extract, allowUncommitted);
        }
    }

    /// Members as in [ReencryptOrder]; of folders, every encrypted file below them.
    record Reencrypt(
            List<Path> sources,
            List<String> keyIds,
            boolean onlyOlder,
            Optional<Boolean> rememberPaths,
            boolean sync,
            boolean allowUncommitted)
            implements BatchOrder {
        public Reencrypt {
            sources = List.copyOf(sources);
            keyIds = keyIds.stream().distinct().toList();
        }

        public Reencrypt(
                List<Path> sources,
                List<String> keyIds,
                boolean onlyOlder,
                Optional<Boolean> rememberPaths,
                boolean sync) {
            this(sources, keyIds, onlyOlder, rememberPaths, sync, false);
        }

        public Reencrypt allowingUncommitted(boolean allowUncommitted) {
            return new Reencrypt(sources, keyIds, onlyOlder, rememberPaths, sync, allowUncommitted);
        }

        @Override
        public Destination destination() {
            return Destination.beside();
        }

        @Override
        public Collision collision() {
            return Collision.REPLACE;
        }

        @Override
        public Reencrypt afterACrash() {
            return this;
        }
    }
}
