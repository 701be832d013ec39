package app.keyhold.crypto;

import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Opens one AES-GCM ciphertext piece by piece in constant memory, which the JDK's cipher does not: it keeps everything
/// until it has seen the tag. A hundredth as fast, so for what does not fit into memory alone.
///
/// **Nothing that [#update] gives is authentic before [#finish] has returned.** Not for use by several threads.
public final class LongAesGcm {
    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());

    /// @param key 16, 24 or 32 bytes, wiped by the caller
    public LongAesGcm(byte[] key, byte[] nonce, byte[] associatedData) {
        var parameters = new KeyParameter(key);
        cipher.init(false, new AEADParameters(parameters, AesGcm.TAG_BYTES * Byte.SIZE, nonce, associatedData));
        Arrays.fill(parameters.getKey(), (byte) 0);
    }

    /// @param sealed the next bytes of ciphertext and tag
    /// @param plaintext has room for 32 bytes more than `length`
    /// @return bytes written there
    public int update(byte[] sealed, int offset, int length, byte[] plaintext) {
        return cipher.processBytes(sealed, offset, length, plaintext, 0);
    }

    /// The tag has been given as the last bytes.
    ///
    /// @param plaintext has room for 32 bytes
    /// @return bytes written there
    public int finish(byte[] plaintext) throws AEADBadTagException {
        try {
            return cipher.doFinal(plaintext, 0);
        } catch (InvalidCipherTextException forged) {
            throw new AEADBadTagException("The tag does not fit");
        }
    }
}
