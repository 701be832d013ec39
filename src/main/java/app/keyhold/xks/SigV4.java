package app.keyhold.xks;

import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// AWS Signature Version 4 over a POST without a query, host and date signed: what the proxy API asks for.
///
/// @param region in the signature's scope
/// @param secretAccessKey stays the caller's to wipe
record SigV4(String region, String service, String accessKeyId, SecretBytes secretAccessKey) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String END = "aws4_request";
    private static final byte[] PREFIX = "AWS4".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;

    /// As it stands in X-Amz-Date.
    static String date(Instant time) {
        return DATE.format(time);
    }

    /// The Authorization header.
    ///
    /// @param path needs no escaping
    /// @param date as [#date] gives it
    String authorization(String host, String path, String date, byte[] body) {
        String scope = String.join("/", date.substring(0, DAY), region, service, END);
        String request = "POST\n" + path + "\n\nhost:" + host + "\nx-amz-date:" + date + "\n\nhost;x-amz-date\n" + sha256(body);
        String toSign = ALGORITHM + "\n" + date + "\n" + scope + "\n" + sha256(bytes(request));
        return ALGORITHM + " Credential=" + accessKeyId + "/" + scope + ", SignedHeaders=host;x-amz-date, Signature="
                + HexFormat.of().formatHex(signature(date, toSign));
    }

    private byte[] signature(String date, String toSign) {
        byte[] secret = secretAccessKey.use(key ->
                ByteBuffer.allocate(PREFIX.length + key.length).put(PREFIX).put(key).array());
        try (var start = SecretBytes.takeOver(secret);
                var ofDay = step(start, date.substring(0, DAY));
                var ofRegion = step(ofDay, region);
                var ofService = step(ofRegion, service);
                var signing = step(ofService, END)) {
            return Hmac.compute(MacAlgorithm.HMAC_SHA_256, signing, bytes(toSign));
        }
    }

    private static SecretBytes step(SecretBytes key, String next) {
        return SecretBytes.takeOver(Hmac.compute(MacAlgorithm.HMAC_SHA_256, key, bytes(next)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
