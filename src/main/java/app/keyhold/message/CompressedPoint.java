package app.keyhold.message;

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

/// A P-384 public key as the context carries it: base64 of the compressed point, SEC 1 section 2.3.
final class CompressedPoint {
    private static final int COORDINATE_BYTES = 48;
    private static final int POINT_BYTES = 1 + COORDINATE_BYTES;
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    private CompressedPoint() {}

    static String encode(ECPublicKey key) {
        byte[] point = new byte[POINT_BYTES];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        byte[] x = key.getW().getAffineX().toByteArray(); // signed: a leading zero, or fewer bytes than the curve has
        int length = Math.min(x.length, COORDINATE_BYTES);
        System.arraycopy(x, x.length - length, point, POINT_BYTES - length, length);
        return Base64.getEncoder().encodeToString(point);
    }

    /// @throws MessageException if `text` is no point of the curve
    static PublicKey decode(String text) {
        byte[] point;
        try {
            point = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw invalid();
        }
        if (point.length != POINT_BYTES || point[0] != 2 && point[0] != 3) {
            throw invalid();
        }
        var x = new BigInteger(1, point, 1, COORDINATE_BYTES);
        var square = x.modPow(BigInteger.valueOf(3), PRIME)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(PRIME);
        // The prime is 3 modulo 4, so a root is a power; there is none if its square is something else.
        var y = square.modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME);
        if (x.compareTo(PRIME) >= 0 || !y.multiply(y).mod(PRIME).equals(square)) {
            throw invalid();
        }
        if (y.testBit(0) != (point[0] == 3)) {
            y = PRIME.subtract(y);
        }
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException invalid) {
            throw invalid();
        }
    }

    static MessageException invalid() {
        return MessageException.damaged(HeaderLayout.CONTEXT_OFFSET, "The public key in the context is no P-384 key");
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp384r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("P-384 is part of every Java", missing);
        }
    }
}
