package app.keyhold.kms.operation.key;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.token.TokenException;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.XksException;
import app.keyhold.kms.keystore.XksKey;
import app.keyhold.kms.keystore.XksProblem;
import app.keyhold.kms.operation.keystore.StoreLookup;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Makes a new key's first material where its origin says: here, in a token, half here and half behind a proxy, or not
/// at all.
final class FirstMaterials {
    private static final String LABEL = "keyhold-";

    private final MaterialWrapping materials;
    private final KeyStoreConnections stores;

    FirstMaterials(MaterialWrapping materials, KeyStoreConnections stores) {
        this.materials = materials;
        this.stores = stores;
    }

    FirstMaterial make(View view, CreateKey.Request request, KeyOrigin origin, KeyArn arn, KeySpec spec) {
        requireNamesThatFit(request, origin);
        return switch (origin) {
            case AWS_KMS -> here(arn, spec);
            case EXTERNAL -> FirstMaterial.NONE;
            case AWS_CLOUDHSM -> inToken(view, store(view, request, spec), arn);
            case EXTERNAL_KEY_STORE ->
                behindProxy(view, store(view, request, spec), request.xksKeyId().orElseThrow(), arn, spec);
        };
    }

    private FirstMaterial here(KeyArn arn, KeySpec spec) {
        KeyMaterial made = materials.generate(arn, spec).first(Instant.EPOCH);
        return new FirstMaterial(Optional.of(made), _ -> {}, () -> {});
    }

    private FirstMaterial inToken(View view, CustomKeyStore store, KeyArn arn) {
        if (!(store.backing() instanceof Backing.Token backing)) {
            throw wrongType(store, KeyOrigin.AWS_CLOUDHSM);
        }
        String label = LABEL + arn.keyId();
        try {
            stores.onToken(view, store, backing, token -> {
                token.generateKey(label);
                return label;
            });
        } catch (TokenException failure) {
            throw StoreLookup.refusal(store, failure);
        }
        return new FirstMaterial(
                Optional.of(material(new Substance.InToken(label))),
                now -> StoreLookup.requireConnected(StoreLookup.store(now, store.id())),
                () -> removeAgain(view, store, backing, label));
    }

    /// As well as it goes: what is left is a key that nobody uses.
    private void removeAgain(View view, CustomKeyStore store, Backing.Token backing, String label) {
        try {
            stores.onToken(view, store, backing, token -> {
                token.deleteKey(label);
                return label;
            });
        } catch (TokenException left) {
            // The refusal that led here is what the caller has to know.
        }
    }

    private FirstMaterial behindProxy(View view, CustomKeyStore store, String xksKeyId, KeyArn arn, KeySpec spec) {
        if (!(store.backing() instanceof Backing.Proxy proxy)) {
            throw wrongType(store, KeyOrigin.EXTERNAL_KEY_STORE);
        }
        requireUnused(view, store, xksKeyId);
        XksKey external = describe(view, store, proxy, xksKeyId);
        if (!external.isUsable()) {
            throw new KmsException(
                    Fault.XksKeyInvalidConfigurationException,
                    external.enabled()
                            ? "The external key must be an AES-256 key that encrypts and decrypts; " + xksKeyId + " is not."
                            : XksProblem.INVALID_STATE.sentence());
        }
        KeyMaterial own = materials.generate(arn, spec).first(Instant.EPOCH);
        return new FirstMaterial(
                Optional.of(own.withSubstance(new Substance.External(xksKeyId, own.wrapped()))),
                now -> {
                    StoreLookup.requireConnected(StoreLookup.store(now, store.id()));
                    requireUnused(now, store, xksKeyId);
                },
                () -> {});
    }

    private XksKey describe(View view, CustomKeyStore store, Backing.Proxy proxy, String xksKeyId) {
        try {
            return stores.describe(view, store, proxy, xksKeyId);
        } catch (XksException failure) {
            throw new KmsException(
                    failure.problem().forNewKey(), failure.problem().sentence(), failure);
        }
    }

    private static void requireUnused(View view, CustomKeyStore store, String xksKeyId) {
        if (view.keyStores().keyBehind(store.id(), xksKeyId).isPresent()) {
            throw new KmsException(
                    Fault.XksKeyAlreadyInUseException,
                    "The external key " + xksKeyId + " is already associated with another KMS key in this external key "
                            + "store.");
        }
    }

    private static CustomKeyStore store(View view, CreateKey.Request request, KeySpec spec) {
        if (!spec.isSymmetric() || request.multiRegion().orElse(false)) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "A custom key store holds symmetric encryption keys of a single Region alone.");
        }
        CustomKeyStore store = StoreLookup.store(view, request.customKeyStoreId().orElseThrow());
        StoreLookup.requireConnected(store);
        return store;
    }

    /// A key store is named where the origin is in one, and an external key where it is behind a proxy.
    private static void requireNamesThatFit(CreateKey.Request request, KeyOrigin origin) {
        boolean inStore = origin == KeyOrigin.AWS_CLOUDHSM || origin == KeyOrigin.EXTERNAL_KEY_STORE;
        if (inStore != request.customKeyStoreId().isPresent()) {
            throw invalid(
                    inStore
                            ? "CustomKeyStoreId is required for a key of origin " + origin + "."
                            : "CustomKeyStoreId is not valid for a key of origin " + origin
                                    + ". Set Origin to AWS_CLOUDHSM or EXTERNAL_KEY_STORE.");
        }
        if ((origin == KeyOrigin.EXTERNAL_KEY_STORE) != request.xksKeyId().isPresent()) {
            throw invalid(
                    request.xksKeyId().isPresent()
                            ? "XksKeyId is not valid for a key of origin " + origin + "."
                            : "XksKeyId is required for a key of origin " + origin + ".");
        }
    }

    private static KeyMaterial material(Substance substance) {
        return new KeyMaterial(
                HexFormat.of().formatHex(Randomness.bytes(32)),
                substance,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    private static KmsException wrongType(CustomKeyStore store, KeyOrigin origin) {
        return invalid("The custom key store " + store.id() + " is of type " + store.type()
                + ", which is not that of a key of origin " + origin + ".");
    }

    private static KmsException invalid(String sentence) {
        return new KmsException(Fault.ValidationException, sentence);
    }
}
