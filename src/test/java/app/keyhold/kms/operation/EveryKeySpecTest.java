package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.OpenSsl;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.signing.GetPublicKey;
import app.keyhold.kms.operation.signing.Sign;
import app.keyhold.kms.operation.signing.Verify;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What leaves through the door, judged by openssl from the public half alone.
@BesideOthers
class EveryKeySpecTest {
    private static final Blob MESSAGE = Desk.blob("Sealed at the desk");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<KeySpec> signing() {
        return Stream.of(KeySpec.values())
                .filter(spec -> spec.usages().contains(KeyUsage.SIGN_VERIFY))
                .filter(spec -> spec.family() == KeySpec.Family.RSA || spec.family() == KeySpec.Family.EC);
    }

    @ParameterizedTest
    @MethodSource("signing")
    void opensslVerifiesEveryAlgorithmOfMessageAndDigest(KeySpec spec, @TempDir Path folder) throws Exception {
        String key = desk.createKey(spec, KeyUsage.SIGN_VERIFY);
        OpenSsl openssl = new OpenSsl(folder)
                .file("public.der", desk.call(GetPublicKey.Request.of(key)).publicKey().toByteArray())
                .file("message", MESSAGE.toByteArray());
        for (SigningAlgorithm algorithm : spec.signingAlgorithms()) {
            String bits = algorithm.name().substring(algorithm.name().length() - 3);
            Blob digest = Blob.of(MessageDigest.getInstance("SHA-" + bits).digest(MESSAGE.toByteArray()));
            for (Blob signature : List.of(
                    desk.call(Sign.Request.of(key, MESSAGE, algorithm)).signature(),
                    desk.call(Sign.Request.of(key, digest, MessageType.DIGEST, algorithm)).signature())) {
                openssl.file("signature", signature.toByteArray());
                List<String> command = new ArrayList<>(
                        List.of("dgst", "-sha" + bits, "-keyform", "DER", "-verify", "public.der"));
                if (algorithm.name().contains("PSS")) {
                    command.addAll(List.of("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"));
                }
                command.addAll(List.of("-signature", "signature", "message"));

                assertThat(openssl.run(command.toArray(String[]::new)).succeeded()).as("%s", algorithm).isTrue();
                assertThat(desk.call(Verify.Request.of(key, MESSAGE, signature, algorithm)).signatureValid()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512"})
    void opensslMakesTheSameMac(KeySpec spec, @TempDir Path folder) {
        String id = desk.createKey(spec, KeyUsage.GENERATE_VERIFY_MAC);
        Blob mac = desk.call(GenerateMac.Request.of(id, MESSAGE, spec.macAlgorithms().getFirst())).mac();
        String hash = spec.name().toLowerCase(Locale.ROOT).replace("hmac_", "sha");

        byte[] other = new OpenSsl(folder)
                .file("message", MESSAGE.toByteArray())
                .run("dgst", "-" + hash, "-binary", "-mac", "HMAC", "-macopt", "hexkey:" + desk.materialHex(id),
                        "message")
                .output();

        assertThat(mac.hex()).isEqualTo(HexFormat.of().formatHex(other));
    }
}
