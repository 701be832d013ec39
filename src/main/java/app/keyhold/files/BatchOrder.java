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

    /// @param rememberPaths as in [EncryptOrder]
    record Encrypt(
            List<Path> sources,
            Destination destination,
            Sealing sealing,
            Collision collision,
            boolean verify,
            boolean sync,
            Optional<Boolean> rememberPaths)
            implements BatchOrder {
        public Encrypt {
            sources = List.copyOf(sources);
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
    }

    record Decrypt(List<Path> sources, Destination destination, Collision collision, boolean sync)
            implements BatchOrder {
        public Decrypt {
            sources = List.copyOf(sources);
        }
    }

    /// Members as in [ReencryptOrder]; of folders, every encrypted file below them.
    record Reencrypt(
            List<Path> sources,
            Optional<String> keyId,
            boolean onlyOlder,
            Optional<Boolean> rememberPaths,
            boolean sync)
            implements BatchOrder {
        public Reencrypt {
            sources = List.copyOf(sources);
        }

        @Override
        public Destination destination() {
            return Destination.beside();
        }

        @Override
        public Collision collision() {
            return Collision.REPLACE;
        }
    }
}
