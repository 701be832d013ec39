package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.Optional;

/// One generation of a key's secret.
///
/// @param id 64 hexadecimal digits; random for generated material
/// @param publicKey SubjectPublicKeyInfo, for asymmetric keys
/// @param created when it came into force, or came here if it is not in force yet
/// @param rotation how it came to be; empty for the first
/// @param imported empty for material that was generated here
public record KeyMaterial(
        String id,
        Substance substance,
        Optional<Blob> publicKey,
        Instant created,
        Optional<RotationType> rotation,
        Optional<Imported> imported) {
    /// KMS API: RotationType.
    public enum RotationType {
        AUTOMATIC,
        ON_DEMAND
    }

    /// @param description what its importer calls it; may be empty
    /// @param validTo from then on it is not used, and soon deleted; empty if it does not expire
    public record Imported(String description, Optional<Instant> validTo) {
        public ExpirationModel expirationModel() {
            return validTo.isPresent()
                    ? ExpirationModel.KEY_MATERIAL_EXPIRES
                    : ExpirationModel.KEY_MATERIAL_DOES_NOT_EXPIRE;
        }
    }

    /// Generated here and wrapped.
    public KeyMaterial(
            String id, Blob wrapped, Optional<Blob> publicKey, Instant created, Optional<RotationType> rotation) {
        this(id, new Substance.Wrapped(wrapped), publicKey, created, rotation, Optional.empty());
    }

    /// In force from `now`.
    public KeyMaterial rotatedIn(Instant now, RotationType how) {
        return new KeyMaterial(id, substance, publicKey, now, Optional.of(how), imported);
    }

    public KeyMaterial withSubstance(Substance now) {
        return new KeyMaterial(id, now, publicKey, created, rotation, imported);
    }

    /// @throws IllegalStateException if it is not wrapped in this vault
    public Blob wrapped() {
        return switch (substance) {
            case Substance.Wrapped(Blob wrapped) -> wrapped;
            case Substance.External(_, Blob wrapped) -> wrapped;
            case Substance.Absent _, Substance.InToken _ ->
                throw new IllegalStateException("The material " + id + " is not in this vault");
        };
    }

    public boolean isWrapped() {
        return substance instanceof Substance.Wrapped || substance instanceof Substance.External;
    }

    /// The same secret, wrapped under another key.
    ///
    /// @throws IllegalStateException if it is not wrapped in this vault
    public KeyMaterial withWrapped(Blob now) {
        return withSubstance(
                switch (substance) {
                    case Substance.Wrapped _ -> new Substance.Wrapped(now);
                    case Substance.External(String xksKeyId, _) -> new Substance.External(xksKeyId, now);
                    case Substance.Absent _, Substance.InToken _ ->
                        throw new IllegalStateException("The material " + id + " is not in this vault");
                });
    }

    public boolean isAbsent() {
        return substance instanceof Substance.Absent;
    }

    /// When it stops being of use; empty if it never does, or is not here any more.
    public Optional<Instant> expires() {
        return isAbsent() ? Optional.empty() : imported.flatMap(Imported::validTo);
    }

    public boolean isUsableAt(Instant time) {
        return !isAbsent() && expires().filter(end -> !end.isAfter(time)).isEmpty();
    }
}
