package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A public key as others read it: RFC 7468, 64 characters a line.
final class PublicKeyPem {
    private static final int LINE = 64;

    private PublicKeyPem() {}

    static String of(Blob subjectPublicKeyInfo) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(subjectPublicKeyInfo.toByteArray());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }
}
