package app.keyhold.message;

import app.keyhold.crypto.LongHashes;
import app.keyhold.crypto.Randomness;
import app.keyhold.message.AlgorithmSuite.Signing;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/// The signature over a whole message: ECDSA under a key made for this message alone. Its public half stands in the
/// encryption context, which the wrapped data key is bound to. Spec: framework/algorithm-suites.md#signature.
final class MessageSignature {
    static final String CONTEXT_KEY = "aws-crypto-public-key";

    private MessageSignature() {}

    static Signer signer(Signing signing) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(signing.curve()), Randomness.generator());
            var pair = generator.generateKeyPair();
            var signature = LongHashes.signature(signing.algorithm());
            signature.initSign(pair.getPrivate(), Randomness.generator());
            return new Signer(CompressedPoint.encode(signing, (ECPublicKey) pair.getPublic()), signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("ECDSA is part of every Java", missing);
        }
    }

    /// @param offset of the context in the message
    static Verifier verifier(Signing signing, String publicKey, long offset) {
        var key = CompressedPoint.decode(signing, publicKey, offset);
        try {
            var signature = LongHashes.signature(signing.algorithm());
            signature.initVerify(key);
            return new Verifier(signature);
        } catch (GeneralSecurityException invalid) {
            throw CompressedPoint.invalid(offset);
        }
    }

    /// Signs one message; everything before the footer goes through [#update] in order.
    static final class Signer {
        private final String publicKey;
        private final Signature signature;

        private Signer(String publicKey, Signature signature) {
            this.publicKey = publicKey;
            this.signature = signature;
        }

        String publicKey() {
            return publicKey;
        }

        void update(ByteBuffer bytes) {
            feed(signature, bytes);
        }

        byte[] sign() {
            try {
                return signature.sign();
            } catch (SignatureException impossible) {
                throw new IllegalStateException("The message could not be signed", impossible);
            }
        }
    }

    /// Verifies one message; everything before the footer goes through [#update] in order.
    static final class Verifier {
        private final Signature signature;

        private Verifier(Signature signature) {
            this.signature = signature;
        }

        void update(ByteBuffer bytes) {
            feed(signature, bytes);
        }

        boolean verify(byte[] claimed) {
            try {
                return signature.verify(claimed);
            } catch (SignatureException malformed) {
                return false;
            }
        }
    }

    private static void feed(Signature signature, ByteBuffer bytes) {
        try {
            signature.update(bytes);
        } catch (SignatureException impossible) {
            throw new IllegalStateException("The signature takes no more bytes", impossible);
        }
    }
}
