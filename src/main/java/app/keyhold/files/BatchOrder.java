package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;

/// Files and folders handed over at once. A folder stands for every regular file below it; with
/// [Destination.Folder] its tree is kept there, under the folder's own name. [Destination.Exactly] is for single files.
public sealed interface BatchOrder {
    List<Path> sources();

    Destination destination();

    Collision collision();

    record Encrypt(
            List<Path> sources,
            Destination destination,
            Sealing sealing,
            Collision collision,
            boolean verify,
            boolean sync)
            implements BatchOrder {
        public Encrypt {
            sources = List.copyOf(sources);
        }
    }

    record Decrypt(List<Path> sources, Destination destination, Collision collision, boolean sync)
            implements BatchOrder {
        public Decrypt {
            sources = List.copyOf(sources);
        }
    }
}
