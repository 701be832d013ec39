package app.keyhold.kms.operation.key;

import app.keyhold.kms.View;
import app.keyhold.kms.key.KeyMaterial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a new key begins with, made before the transaction that gives it a time.
///
/// @param material empty if it is to be imported
/// @param requireStillPossible asked inside the transaction
/// @param undo takes back what making it left elsewhere, if there will be no key
record FirstMaterial(Optional<KeyMaterial> material, Consumer<View> requireStillPossible, Runnable undo) {
    static final FirstMaterial NONE = new FirstMaterial(Optional.empty(), _ -> {}, () -> {});

    boolean isThere() {
        return material.isPresent();
    }

    List<KeyMaterial> of(Instant created) {
        return material
                .map(made -> new KeyMaterial(
                        made.id(), made.substance(), made.publicKey(), created, Optional.empty(), Optional.empty()))
                .stream()
                .toList();
    }
}
