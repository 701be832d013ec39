package app.keyhold.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Key material as people have it: raw bytes, PKCS #8 in DER or PEM, or raw bytes in hexadecimal digits.
public final class MaterialEncoding {
    /// More than any key has.
    public static final int MAX_BYTES = 8_192;

    private static final String PEM = "-----BEGIN ";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /// Why it is no key material.
    public enum Fault {
        EMPTY,
        TOO_LARGE,
        NO_PKCS8,
        NO_BASE64
    }

    /// Says nothing of what was read.
    public static final class Unreadable extends Exception {
        private final transient Fault fault;

        private Unreadable(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    private MaterialEncoding() {}

    /// @param bytes a file's whole content; stays the caller's, who wipes it
    public static SecretBytes decode(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable(Fault.EMPTY);
        }
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable(Fault.TOO_LARGE);
        }
        return startsWith(bytes, PEM) ? pem(bytes) : SecretBytes.copyOf(bytes);
    }

    /// Two digits a byte; spaces and colons between them do not count.
    ///
    /// @param digits in ASCII; stays the caller's
    /// @throws IllegalArgumentException if there is anything else in it, or nothing at all
    public static SecretBytes ofHex(SecretBytes digits) {
        return digits.use(text -> {
            byte[] decoded = new byte[text.length / 2];
            int count = 0;
            try {
                for (byte character : text) {
                    if (character == ' ' || character == ':') {
                        continue;
                    }
                    int digit = Character.digit(character, 16);
                    if (digit < 0 || count / 2 >= decoded.length) {
                        throw new IllegalArgumentException("not hexadecimal");
                    }
                    decoded[count / 2] |= (byte) (count % 2 == 0 ? digit << 4 : digit);
                    count++;
                }
                if (count == 0 || count % 2 != 0) {
                    throw new IllegalArgumentException("not hexadecimal");
                }
                return SecretBytes.takeOver(Arrays.copyOf(decoded, count / 2));
            } finally {
                Arrays.fill(decoded, (byte) 0);
            }
        });
    }

    private static SecretBytes pem(byte[] bytes) throws Unreadable {
        int end = indexOf(bytes, END);
        if (!startsWith(bytes, BEGIN) || end < 0) {
            throw new Unreadable(Fault.NO_PKCS8);
        }
        ByteBuffer body = ByteBuffer.wrap(bytes, BEGIN.length(), end - BEGIN.length());
        byte[] decoded = {};
        try {
            ByteBuffer der = Base64.getMimeDecoder().decode(body);
            decoded = der.array();
            return SecretBytes.takeOver(Arrays.copyOf(decoded, der.remaining()));
        } catch (IllegalArgumentException noBase64) {
            throw new Unreadable(Fault.NO_BASE64);
        } finally {
            Arrays.fill(decoded, (byte) 0);
        }
    }

    private static boolean startsWith(byte[] bytes, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static int indexOf(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
