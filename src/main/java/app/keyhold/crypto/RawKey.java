package app.keyhold.crypto;

import java.util.Arrays;
import javax.crypto.SecretKey;

/// A key for one JCA call. `SecretKeySpec` keeps a clone that it cannot destroy; this one keeps the lent array itself
/// and is wiped with it.
final class RawKey implements SecretKey {
    private final transient byte[] bytes;
    private final String algorithm;
    private boolean destroyed;

    /// @param lent wiped by [#destroy]
    RawKey(byte[] lent, String algorithm) {
        this.bytes = lent;
        this.algorithm = algorithm;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        if (destroyed) {
            throw new IllegalStateException("This key has been wiped");
        }
        return bytes.clone();
    }

    @Override
    public void destroy() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }
}
