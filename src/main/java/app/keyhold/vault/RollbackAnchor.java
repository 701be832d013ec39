package app.keyhold.vault;

import app.keyhold.audit.AuditHead;
import app.keyhold.kms.View;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// How far a vault's Region had come when it was last locked on this computer, kept outside the vault: a whole folder put back
/// from an old copy is consistent in itself, and only this shows it.
final class RollbackAnchor {
    private static final String MAGIC = "keyhold-anchor";

    private final Path folder;
    private final Path file;

    RollbackAnchor(Path stateFolder, Header header, String region) {
        this.folder = stateFolder;
        this.file = stateFolder.resolve(
                header.vaultId() + "." + header.incarnation() + "." + region + ".anchor");
    }

    private record Last(long generation, AuditHead head) {}

    /// Before anything is written to the vault.
    ///
    /// @throws VaultException REFUSED_FOR_SAFETY
    void requireNotOlder(Header header, View view) {
        var last = read();
        if (last.isEmpty()) {
            return;
        }
        var head = last.get().head();
        boolean sameChain = head.number() == 0
                || view.audit().row(head.number()).filter(row -> row.hash().equals(head.hash())).isPresent();
        if (header.generation() < last.get().generation() || !sameChain) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "This vault is older than when you last used it on this computer: it then had audit row "
                            + head.number() + ". Nothing was changed.",
                    "If you put an older copy back yourself, unlock with --accept-older-header; otherwise find out who did.");
        }
    }

    /// As far as this computer lets us: an anchor that can't be written must not keep a vault from locking.
    void save(Header header, AuditHead head) {
        var json = StrictJson.object()
                .put("magic", MAGIC)
                .put("version", 1)
                .put("generation", header.generation())
                .put("number", head.number())
                .put("head", head.hash().hex());
        try {
            OwnerOnly.createFolder(folder);
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            try (var out = Files.newByteChannel(
                    next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(folder))) {
                out.write(ByteBuffer.wrap(StrictJson.write(json)));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            // The next unlock here has nothing to compare with, as on any new computer.
        }
    }

    /// A damaged anchor says nothing; whoever can damage it could as well remove it.
    private Optional<Last> read() {
        try {
            var json = StrictJson.read("The anchor", Files.readAllBytes(file));
            if (!json.text("magic").equals(MAGIC) || json.number("version") != 1) {
                return Optional.empty();
            }
            var last = new Last(json.number("generation"), new AuditHead(json.number("number"), json.hex("head")));
            json.end();
            return Optional.of(last);
        } catch (IOException | VaultException none) {
            return Optional.empty();
        }
    }
}
