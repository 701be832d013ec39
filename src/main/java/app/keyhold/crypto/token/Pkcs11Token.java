package app.keyhold.crypto.token;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.TokenException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// A token as SunPKCS11 shows it, for the life of one process: it is opened once, and what is lost stays lost.
final class Pkcs11Token implements Token {
    private static final String GCM = "AES/GCM/NoPadding";
    private static final String KEY_STORE = "PKCS11";
    private static final byte[] NOTHING = {};

    private final Provider provider;
    private final BooleanSupplier present;
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();
    private KeyStore objects;

    private Pkcs11Token(Provider provider, BooleanSupplier present, KeyStore objects) {
        this.provider = provider;
        this.present = present;
        this.objects = objects;
    }

    /// @param present whether the token is still in its slot
    /// @throws TokenException
    static Pkcs11Token open(Path library, long slot, BooleanSupplier present, SecretBytes pin) {
        Provider provider = provider(library, slot);
        if (provider.getService("Cipher", GCM) == null || provider.getService("KeyGenerator", "AES") == null) {
            throw new TokenException(Reason.UNFIT, "The token offers no AES-GCM with keys of its own.");
        }
        char[] letters = pin.use(Pkcs11Token::letters);
        try {
            return new Pkcs11Token(provider, present, load(provider, letters));
        } catch (IOException | GeneralSecurityException | ProviderException refused) {
            throw Pkcs11Error.of("Logging in", refused);
        } finally {
            Arrays.fill(letters, '\0');
        }
    }

    /// A key is made as an object of the session and then kept under its label: made on the token at once it would leave
    /// a second object there that has no label.
    @Override
    public synchronized void generateKey(String label) {
        if (holds(label)) {
            throw new TokenException(
                    Reason.LABEL_TAKEN, "The token has an object labelled " + label + " already; it stays as it is.");
        }
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(AesGcm.KEY_BYTES * Byte.SIZE);
            objects.setKeyEntry(label, generator.generateKey(), null, null);
            key(label);
        } catch (GeneralSecurityException | ProviderException failure) {
            throw Pkcs11Error.of("Making a key", failure);
        }
    }

    /// Asked anew each time, because another program may have added or removed it. A token that was taken out shows an
    /// empty list and no error, so emptiness counts only after the token has shown that it is there.
    @Override
    public synchronized boolean holds(String label) {
        try {
            objects = load(provider, null);
            if (objects.containsAlias(label)) {
                return true;
            }
        } catch (IOException | GeneralSecurityException | ProviderException failure) {
            throw Pkcs11Error.of("Listing the keys", failure);
        }
        requirePresent();
        return false;
    }

    @Override
    public synchronized void deleteKey(String label) {
        keys.remove(label);
        requirePresent();
        try {
            objects = load(provider, null);
            objects.deleteEntry(label);
        } catch (IOException | GeneralSecurityException | ProviderException failure) {
            throw Pkcs11Error.of("Removing the key", failure);
        }
        if (holds(label)) {
            throw new TokenException(Reason.FAILED, "The token keeps the key " + label + " although it was told to remove it.");
        }
    }

    @Override
    public byte[] seal(String label, byte[] nonce, byte[] associatedData, SecretBytes plaintext) {
        byte[] plain = plaintext.exposed();
        try {
            return run(Cipher.ENCRYPT_MODE, key(label), nonce, associatedData, plain);
        } catch (GeneralSecurityException | ProviderException failure) {
            throw Pkcs11Error.of("Encrypting", failure);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// A wrong tag and a fault of the token look the same, so the token has to show that it is well.
    @Override
    public SecretBytes open(String label, byte[] nonce, byte[] associatedData, byte[] sealed) throws AEADBadTagException {
        SecretKey key = key(label);
        try {
            return SecretBytes.takeOver(run(Cipher.DECRYPT_MODE, key, nonce, associatedData, sealed));
        } catch (GeneralSecurityException | ProviderException failure) {
            requireWell(key, failure);
            throw new AEADBadTagException("Not sealed under this key, nonce and data");
        }
    }

    @Override
    public SecretBytes random(int length) {
        try {
            byte[] bytes = new byte[length];
            SecureRandom.getInstance(KEY_STORE, provider).nextBytes(bytes);
            return SecretBytes.takeOver(bytes);
        } catch (GeneralSecurityException | ProviderException failure) {
            throw Pkcs11Error.of("Drawing random bytes", failure);
        }
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    /// The end of the process logs out.
    @Override
    public void close() {}

    private SecretKey key(String label) {
        SecretKey known = keys.get(label);
        return known != null ? known : find(label);
    }

    private synchronized SecretKey find(String label) {
        try {
            if (!objects.containsAlias(label) && !holds(label)) {
                throw new TokenException(Reason.KEY_MISSING, "The token is there, but has no key labelled " + label + ".");
            }
            if (objects.getKey(label, null) instanceof SecretKey found) {
                keys.put(label, found);
                return found;
            }
            throw new TokenException(Reason.KEY_MISSING, "What the token calls " + label + " is no secret key.");
        } catch (GeneralSecurityException | ProviderException failure) {
            throw Pkcs11Error.of("Finding the key", failure);
        }
    }

    private byte[] run(int mode, SecretKey key, byte[] nonce, byte[] associatedData, byte[] input)
            throws GeneralSecurityException {
        // The nonce is always ours: one the provider chooses has 16 bytes.
        Cipher cipher = Cipher.getInstance(GCM, provider);
        cipher.init(mode, key, new GCMParameterSpec(AesGcm.TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(associatedData);
        return cipher.doFinal(input);
    }

    private void requireWell(SecretKey key, Exception failure) {
        byte[] nonce = AesGcm.nonce();
        try {
            run(Cipher.DECRYPT_MODE, key, nonce, NOTHING, run(Cipher.ENCRYPT_MODE, key, nonce, NOTHING, new byte[16]));
        } catch (GeneralSecurityException | ProviderException lost) {
            failure.addSuppressed(lost);
            throw Pkcs11Error.of("Decrypting", failure);
        }
    }

    private void requirePresent() {
        if (!present.getAsBoolean()) {
            throw new TokenException(Reason.NOT_PRESENT, "The token was taken out, or does not answer any more.");
        }
    }

    private static KeyStore load(Provider provider, char @Nullable [] pin)
            throws IOException, GeneralSecurityException {
        KeyStore objects = KeyStore.getInstance(KEY_STORE, provider);
        objects.load(null, pin);
        return objects;
    }

    private static Provider provider(Path library, long slot) {
        if (slot > Integer.MAX_VALUE) {
            throw new TokenException(Reason.FAILED, "The token is in slot " + slot + ", which Java cannot name.");
        }
        String settings = """
                --name = keyhold
                library = %s
                slot = %d
                attributes(generate,CKO_SECRET_KEY,CKK_AES) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """
                .formatted(library, slot);
        try {
            Provider bridge = Security.getProvider("SunPKCS11");
            if (bridge == null) {
                throw new TokenException(Reason.UNFIT, "This Java runtime has no SunPKCS11 (module jdk.crypto.cryptoki).");
            }
            return bridge.configure(settings);
        } catch (InvalidParameterException | ProviderException refused) {
            throw Pkcs11Error.of("Opening the token", refused);
        }
    }

    private static char[] letters(byte[] utf8) {
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] letters = new char[decoded.remaining()];
        decoded.get(letters);
        Arrays.fill(decoded.array(), '\0');
        return letters;
    }
}
