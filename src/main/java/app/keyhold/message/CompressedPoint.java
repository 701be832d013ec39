package app.keyhold.message;

import app.keyhold.message.AlgorithmSuite.Signing;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/// A public key of P-256 or P-384 as the context carries it: base64 of the compressed point, SEC 1 section 2.3.
final class CompressedPoint {
    private CompressedPoint() {}

    static String encode(Signing signing, ECPublicKey key) {
        byte[] point = new byte[1 + signing.coordinateBytes()];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        byte[] x = key.getW().getAffineX().toByteArray(); // signed: a leading zero, or fewer bytes than the curve has
        int length = Math.min(x.length, signing.coordinateBytes());
        System.arraycopy(x, x.length - length, point, point.length - length, length);
        return Base64.getEncoder().encodeToString(point);
    }

    /// @param offset of the context in the message
    /// @throws MessageException if `text` is no point of the curve
    static PublicKey decode(Signing signing, String text, long offset) {
        byte[] point;
        try {
            point = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw invalid(offset);
        }
        if (point.length != 1 + signing.coordinateBytes() || point[0] != 2 && point[0] != 3) {
            throw invalid(offset);
        }
        var parameters = parameters(signing);
        var curve = parameters.getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var x = new BigInteger(1, point, 1, signing.coordinateBytes());
        var square = x.modPow(BigInteger.valueOf(3), prime)
                .add(curve.getA().multiply(x))
                .add(curve.getB())
                .mod(prime);
        // Both primes are 3 modulo 4, so a root is a power; there is none if its square is something else.
        var y = square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
        if (x.compareTo(prime) >= 0 || !y.multiply(y).mod(prime).equals(square)) {
            throw invalid(offset);
        }
        if (y.testBit(0) != (point[0] == 3)) {
            y = prime.subtract(y);
        }
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
        } catch (GeneralSecurityException invalid) {
            throw invalid(offset);
        }
    }

    static MessageException invalid(long offset) {
        return MessageException.damaged(offset, "The public key in the context is none of the suite's curve");
    }

    private static ECParameterSpec parameters(Signing signing) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(signing.curve()));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("P-256 and P-384 are part of every Java", missing);
        }
    }
}
