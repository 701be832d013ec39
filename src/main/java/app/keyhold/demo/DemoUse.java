package app.keyhold.demo;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.operation.agreement.Decapsulate;
import app.keyhold.kms.operation.agreement.DeriveSharedSecret;
import app.keyhold.kms.operation.agreement.Encapsulate;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPairWithoutPlaintext;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.mac.VerifyMac;
import app.keyhold.kms.operation.signing.Sign;
import app.keyhold.kms.operation.signing.Verify;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;

/// One ordinary use of a key, by whoever usually does it.
final class DemoUse {
    private final DemoPeople people;
    private final RandomGenerator dice;

    DemoUse(DemoPeople people, RandomGenerator dice) {
        this.people = people;
        this.dice = dice;
    }

    void once(DemoKey key, LocalDate day) {
        switch (key.usage()) {
            case ENCRYPT_DECRYPT -> encryption(key, day);
            case SIGN_VERIFY -> signature(key, day);
            case GENERATE_VERIFY_MAC -> mac(key, day);
            case KEY_AGREEMENT -> agreement(key);
            case ENCAPSULATE_DECAPSULATE -> encapsulation(key);
        }
    }

    /// Somebody tries what no policy gives them.
    void refused(DemoKey key, LocalDate day) {
        var eva = people.person("eva");
        try {
            if (dice.nextInt(4) == 0) {
                eva.call(ScheduleKeyDeletion.Request.of(keyId(key), 7));
            } else {
                eva.call(Encrypt.Request.of(key.alias(), text("curiosity"), Map.of("run", day.toString())));
            }
        } catch (KmsException expected) {
            // The refusal is what the timeline is to show.
        }
    }

    private String keyId(DemoKey key) {
        return people.owner()
                .call(DescribeKey.Request.of(key.alias()))
                .keyMetadata()
                .keyId();
    }

    private void encryption(DemoKey key, LocalDate day) {
        var who = usual(key);
        if (!key.spec().isSymmetric()) {
            var sealed = who.call(Encrypt.Request.of(
                    key.alias(), text("record of " + day), key.spec().encryptionAlgorithms().getLast()));
            who.call(Decrypt.Request.of(
                    key.alias(), sealed.ciphertextBlob(), key.spec().encryptionAlgorithms().getLast()));
            return;
        }
        var context = Map.of("run", day.toString());
        switch (dice.nextInt(10)) {
            case 0, 1, 2 -> {
                try (var answer = who.call(GenerateDataKey.Request.aes256(key.alias(), context)).plaintext()) {
                    // Only the event matters here; the data key is wiped at once.
                }
            }
            case 3 -> who.call(GenerateDataKeyPairWithoutPlaintext.Request.of(
                    key.alias(), DataKeyPairSpec.ECC_NIST_P256, context));
            case 4, 5, 6 -> who.call(Encrypt.Request.of(key.alias(), text("record of " + day), context));
            default -> {
                var sealed = who.call(Encrypt.Request.of(key.alias(), text("record of " + day), context));
                who.call(Decrypt.Request.of(sealed.ciphertextBlob(), context)).plaintext().close();
            }
        }
    }

    private void signature(DemoKey key, LocalDate day) {
        SigningAlgorithm algorithm = key.spec().signingAlgorithms().getFirst();
        var message = Blob.of(("release of " + day).getBytes(StandardCharsets.UTF_8));
        var signed = people.person("ci").call(Sign.Request.of(key.alias(), message, algorithm));
        if (dice.nextInt(4) == 0) {
            people.person("nightly").call(Verify.Request.of(key.alias(), message, signed.signature(), algorithm));
        }
    }

    private void mac(DemoKey key, LocalDate day) {
        var algorithm = key.spec().macAlgorithms().getFirst();
        var message = Blob.of(("order of " + day).getBytes(StandardCharsets.UTF_8));
        var made = people.person("billing").call(GenerateMac.Request.of(key.alias(), message, algorithm));
        if (dice.nextInt(3) == 0) {
            people.person("billing").call(VerifyMac.Request.of(key.alias(), message, made.mac(), algorithm));
        }
    }

    /// With a device or a bank that made its key this morning.
    private void agreement(DemoKey key) {
        var other = KeyGeneration.generate(key.spec());
        try (var _ = other.secret()) {
            people.person("ci")
                    .call(DeriveSharedSecret.Request.of(key.alias(), other.publicKey().orElseThrow()))
                    .sharedSecret()
                    .close();
        }
    }

    private void encapsulation(DemoKey key) {
        var made = people.person("nightly").call(Encapsulate.Request.of(key.alias()));
        made.sharedSecret().close();
        if (dice.nextInt(3) > 0) {
            people.person("ci")
                    .call(Decapsulate.Request.of(key.alias(), made.sharedSecretCiphertextBlob()))
                    .sharedSecret()
                    .close();
        }
    }

    private Client usual(DemoKey key) {
        return switch (key.name()) {
            case "payroll", "invoices", "customer-pii" -> people.person("billing");
            case "backups-2026", "wiki-dumps", "db-master" -> people.person("nightly");
            default -> people.owner();
        };
    }

    private static SecretBytes text(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isUsed(DemoKey key) {
        return key.calls() > 0;
    }
}
