package app.keyhold.message;

import app.keyhold.crypto.GcmCiphers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-GCM for one frame after another. For one thread.
final class FrameCipher {
    /// Frames that would ask for larger arrays go by their buffers.
    private static final int LARGEST_ARRAY = 1 << 20;

    private final SecretKey key;
    private final Supplier<FramePath> path;
    private final Map<FramePath, Cipher> ciphers = new EnumMap<>(FramePath.class);
    private byte[] sealed = new byte[0];
    private byte[] clear = new byte[0];

    /// @param path asked at every frame
    FrameCipher(SecretKey key, Supplier<FramePath> path) {
        this.key = key;
        this.path = path;
    }

    /// Encrypts all that remains in `plaintext`, and puts ciphertext and tag into `message`.
    void seal(byte[] iv, byte[] aad, ByteBuffer plaintext, ByteBuffer message) throws GeneralSecurityException {
        int length = plaintext.remaining();
        var way = way(length);
        var cipher = begin(way, Cipher.ENCRYPT_MODE, iv, aad);
        if (way != FramePath.BUFFERS) {
            sealed = ofLength(sealed, length + FrameLayout.TAG_BYTES);
            // In place: the ciphertext takes the place of the plaintext, and nothing is left to wipe.
            plaintext.get(sealed, 0, length);
            int size = cipher.doFinal(sealed, 0, length, sealed, 0);
            message.put(sealed, 0, size);
        } else {
            cipher.doFinal(plaintext, message);
        }
    }

    /// Decrypts ciphertext and tag, all that remains in `message`.
    ///
    /// @throws javax.crypto.AEADBadTagException if they are not what was sealed; `plaintext` then holds nothing
    void open(byte[] iv, byte[] aad, ByteBuffer message, ByteBuffer plaintext) throws GeneralSecurityException {
        int length = message.remaining();
        var way = way(length);
        var cipher = begin(way, Cipher.DECRYPT_MODE, iv, aad);
        if (way != FramePath.BUFFERS) {
            sealed = ofLength(sealed, length);
            clear = ofLength(clear, length);
            message.get(sealed, 0, length);
            try {
                int size = cipher.doFinal(sealed, 0, length, clear, 0);
                plaintext.put(clear, 0, size);
            } finally {
                // Whatever a provider has put there by the time it finds the tag wrong is not for anybody.
                Arrays.fill(clear, 0, length, (byte) 0);
            }
        } else {
            cipher.doFinal(message, plaintext);
        }
    }

    private Cipher begin(FramePath way, int mode, byte[] iv, byte[] aad) throws GeneralSecurityException {
        var cipher = ciphers.computeIfAbsent(way, FrameCipher::make);
        cipher.init(mode, key, new GCMParameterSpec(FrameLayout.TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(aad);
        return cipher;
    }

    private static Cipher make(FramePath way) {
        return way == FramePath.NATIVE
                ? GcmCiphers.ofTheNatives().orElseGet(GcmCiphers::ofTheJdk)
                : GcmCiphers.ofTheJdk();
    }

    private FramePath way(int length) {
        return length <= LARGEST_ARRAY ? path.get() : FramePath.BUFFERS;
    }

    private static byte[] ofLength(byte[] array, int length) {
        return array.length >= length ? array : new byte[length];
    }
}
