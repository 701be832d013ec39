package app.keyhold.crypto;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/// The one way to write an ECDSA signature down: DER of r and s (RFC 3279, 2.2.3). Providers also take an integer whose
/// leading zero is missing, so that one signature could be changed into another that still verifies.
final class EcdsaEncoding {
    private EcdsaEncoding() {}

    static boolean isCanonical(byte[] signature) {
        try {
            ASN1Sequence both = ASN1Sequence.getInstance(signature);
            if (both.size() != 2) {
                return false;
            }
            ASN1Integer r = ASN1Integer.getInstance(both.getObjectAt(0));
            ASN1Integer s = ASN1Integer.getInstance(both.getObjectAt(1));
            return r.getValue().signum() > 0
                    && s.getValue().signum() > 0
                    && Arrays.equals(
                            new DERSequence(new ASN1Integer[] {r, s}).getEncoded(ASN1Encoding.DER), signature);
        } catch (IOException | IllegalArgumentException | IllegalStateException malformed) {
            return false;
        }
    }
}
