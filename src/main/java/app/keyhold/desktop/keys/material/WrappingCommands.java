package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.WrappingAlgorithm;
import java.util.ArrayList;
import java.util.List;

/// What to type where the material lies: openssl 3, any POSIX shell.
final class WrappingCommands {
    static final String PUBLIC_KEY = "wrapping-key.der";
    static final String TOKEN = "import-token.bin";
    static final String MATERIAL = "material.bin";
    static final String WRAPPED = "wrapped.bin";

    private WrappingCommands() {}

    /// @param spec of the key the material is for
    static String of(KeySpec spec, WrappingAlgorithm algorithm) {
        List<String> lines = new ArrayList<>();
        lines.add(material(spec));
        switch (algorithm) {
            case RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256 -> lines.add(oaep(algorithm, MATERIAL, WRAPPED));
            case RSA_AES_KEY_WRAP_SHA_1, RSA_AES_KEY_WRAP_SHA_256 -> {
                lines.add("openssl rand -out aes.bin 32"); // not words
                lines.add("openssl enc -e -id-aes256-wrap-pad -iv A65959A6 -K \"$(od -An -v -tx1 aes.bin | tr -d ' \\n')\" -in " // not words
                        + MATERIAL + " -out inner.bin"); // not words
                lines.add(oaep(algorithm, "aes.bin", "outer.bin"));
                lines.add("cat outer.bin inner.bin > " + WRAPPED); // not words
                lines.add("rm aes.bin inner.bin outer.bin"); // not words
            }
            case RSAES_PKCS1_V1_5, SM2PKE -> throw new IllegalArgumentException(algorithm + " is not provided");
        }
        return String.join("\n", lines);
    }

    private static String material(KeySpec spec) {
        return switch (spec.family()) {
            case AES, HMAC -> "openssl rand -out " + MATERIAL + " " + spec.bits() / 8; // not words
            case RSA -> pair("RSA -pkeyopt rsa_keygen_bits:" + spec.bits()); // not words
            case EC -> pair("EC -pkeyopt ec_paramgen_curve:" + (spec == KeySpec.ECC_SECG_P256K1 ? "secp256k1" : "P-" + spec.bits())); // not words
            case EDWARDS -> pair("ed25519");
            case SM2, ML_DSA, ML_KEM -> throw new IllegalArgumentException(spec + " keys can't be imported");
        };
    }

    /// genpkey alone writes some kinds in forms of their own.
    private static String pair(String algorithm) {
        return "openssl genpkey -algorithm " + algorithm + " | openssl pkcs8 -topk8 -nocrypt -outform DER -out " + MATERIAL; // not words
    }

    private static String oaep(WrappingAlgorithm algorithm, String in, String out) {
        String hash = algorithm.name().endsWith("SHA_1") ? "sha1" : "sha256";
        return "openssl pkeyutl -encrypt -pubin -keyform DER -inkey " + PUBLIC_KEY + " -in " + in + " -out " + out // not words
                + " -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:" + hash + " -pkeyopt rsa_mgf1_md:" + hash; // not words
    }
}
