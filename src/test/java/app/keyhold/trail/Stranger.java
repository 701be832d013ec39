package app.keyhold.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Verifies exported lines with the JDK alone, from what formats.md says.
public final class Stranger {
    private static final Pattern HEAD =
            Pattern.compile("\\{\"VaultId\":\"(.+)\",\"Region\":\"(.+)\",\"AuditKey\":\"(.+)\"}");
    private static final Pattern ROW = Pattern.compile(
            "\\{\"Number\":(\\d+),.*\"PreviousHash\":\"(\\w{64})\",\"Hash\":\"(\\w{64})\",\"Body\":\"([^\"]+)\"}");
    private static final Pattern CHECKPOINT = Pattern.compile("\\{\"Checkpoint\":\"([^\"]+)\"}");
    private static final String NONE = "0".repeat(64);

    private final List<String> complaints = new ArrayList<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private final String vaultId;
    private final String region;
    private final PublicKey auditKey;
    private long number;
    private String before = NONE;
    private String checkpointBefore = NONE;
    private int checkpoints;

    public Stranger(List<String> lines) throws GeneralSecurityException {
        Matcher head = HEAD.matcher(lines.getFirst());
        if (!head.matches()) {
            throw new AssertionError("No first line: " + lines.getFirst());
        }
        vaultId = head.group(1);
        region = head.group(2);
        auditKey = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(head.group(3))));
        for (String line : lines.subList(1, lines.size())) {
            Matcher row = ROW.matcher(line);
            Matcher checkpoint = CHECKPOINT.matcher(line);
            if (row.matches()) {
                row(Long.parseLong(row.group(1)), row.group(2), row.group(3), Base64.getDecoder().decode(row.group(4)));
            } else if (checkpoint.matches()) {
                checkpoint(Base64.getDecoder().decode(checkpoint.group(1)));
            } else {
                complaints.add("Unknown line " + line);
            }
        }
    }

    public List<String> complaints() {
        return complaints;
    }

    public int rows() {
        return hashes.size();
    }

    public int checkpoints() {
        return checkpoints;
    }

    private void row(long found, String previous, String hash, byte[] body) throws GeneralSecurityException {
        if (found != number + 1 || !previous.equals(before)) {
            complaints.add("#" + found + " does not follow");
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : List.of(
                "keyhold-audit-v1".getBytes(UTF_8),
                vaultId.getBytes(UTF_8),
                region.getBytes(UTF_8),
                ByteBuffer.allocate(8).putLong(found).array(),
                HexFormat.of().parseHex(previous),
                body)) {
            digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
            digest.update(part);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
            complaints.add("#" + found + " has another hash");
        }
        number = found;
        before = hash;
        hashes.put(found, hash);
    }

    private void checkpoint(byte[] bytes) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(bytes);
        var parts = new ArrayList<byte[]>();
        int signed = 0;
        while (in.hasRemaining()) {
            signed = in.position();
            byte[] part = new byte[in.getInt()];
            in.get(part);
            parts.add(part);
        }
        long upTo = ByteBuffer.wrap(parts.get(4)).getLong();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(auditKey);
        signature.update(Arrays.copyOf(bytes, signed));
        if (!signature.verify(parts.get(9))) {
            complaints.add("The checkpoint at #" + upTo + " is not signed");
        }
        boolean fits = new String(parts.get(0), UTF_8).equals("keyhold-checkpoint-v1")
                && new String(parts.get(1), UTF_8).equals(vaultId)
                && new String(parts.get(3), UTF_8).equals(region)
                && HexFormat.of().formatHex(parts.get(5)).equals(hashes.get(upTo))
                && HexFormat.of().formatHex(parts.get(8)).equals(checkpointBefore);
        if (!fits) {
            complaints.add("The checkpoint at #" + upTo + " does not fit");
        }
        checkpointBefore = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        checkpoints++;
    }
}
