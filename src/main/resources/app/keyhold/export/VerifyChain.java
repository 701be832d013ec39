import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies a chain exported by Keyhold, without Keyhold: Java 17 or newer and nothing else.
 *
 * <p>Usage: {@code java VerifyChain.java chain.jsonl [CHECKPOINT.json]}. With a checkpoint that was kept elsewhere it also
 * says whether the chain still holds what the checkpoint says. Exit codes: 0 all is well, 1 something does not fit.
 */
public class VerifyChain {
    private static final Pattern HEAD =
            Pattern.compile("\\{\"VaultId\":\"(.+)\",\"Region\":\"(.+)\",\"AuditKey\":\"(.+)\"}");
    private static final Pattern ROW = Pattern.compile(
            "\\{\"Number\":(\\d+),.*\"PreviousHash\":\"(\\w{64})\",\"Hash\":\"(\\w{64})\",\"Body\":\"([^\"]+)\"}");
    private static final Pattern CHECKPOINT = Pattern.compile("\\{\"Checkpoint\":\"([^\"]+)\"}");
    private static final Pattern KEY = Pattern.compile("\"auditPublicKey\":\"([^\"]+)\"");
    private static final Pattern KEPT_NUMBER = Pattern.compile("\"Number\"\\s*:\\s*(\\d+)");
    private static final Pattern KEPT_HEAD = Pattern.compile("\"Head\"\\s*:\\s*\"(\\w{64})\"");

    private final List<String> complaints = new ArrayList<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<String, PublicKey> keys = new LinkedHashMap<>();
    private String vaultId = "";
    private String region = "";
    private long number;
    private String before = "0".repeat(64);
    private String checkpointBefore = before;
    private int checkpoints;

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: java VerifyChain.java chain.jsonl [CHECKPOINT.json]");
            System.exit(2);
        }
        VerifyChain chain = new VerifyChain();
        try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
            chain.begin(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chain.line(line);
            }
        }
        if (arguments.length == 2) {
            chain.compare(Path.of(arguments[1]));
        }
        chain.complaints.forEach(complaint -> System.out.println("WRONG: " + complaint));
        System.out.printf(
                "%d rows and %d checkpoints of vault %s in %s, up to #%d %s%n",
                chain.hashes.size(), chain.checkpoints, chain.vaultId, chain.region, chain.number, chain.before);
        System.out.println(chain.complaints.isEmpty() ? "The chain is whole." : "The chain is broken.");
        System.exit(chain.complaints.isEmpty() ? 0 : 1);
    }

    private void begin(String line) throws GeneralSecurityException {
        Matcher head = HEAD.matcher(line == null ? "" : line);
        if (!head.matches()) {
            throw new IllegalArgumentException("The first line does not say whose chain this is");
        }
        vaultId = head.group(1);
        region = head.group(2);
        addKey(head.group(3));
    }

    private void line(String line) throws GeneralSecurityException {
        Matcher row = ROW.matcher(line);
        Matcher checkpoint = CHECKPOINT.matcher(line);
        if (row.matches()) {
            byte[] body = Base64.getDecoder().decode(row.group(4));
            row(Long.parseLong(row.group(1)), row.group(2), row.group(3), body);
            Matcher key = KEY.matcher(line);
            // Only the body is covered by the hash, so a key counts if the body holds it.
            if (key.find() && new String(body, UTF_8).contains(key.group(1))) {
                addKey(key.group(1));
            }
        } else if (checkpoint.matches()) {
            checkpoint(Base64.getDecoder().decode(checkpoint.group(1)));
        } else {
            complaints.add("unknown line " + line);
        }
    }

    private void addKey(String base64) throws GeneralSecurityException {
        keys.put(
                base64,
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
    }

    private void row(long found, String previous, String hash, byte[] body) throws GeneralSecurityException {
        if (found != number + 1 || !previous.equals(before)) {
            complaints.add("#" + found + " does not follow the row before it");
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
            complaints.add("#" + found + " was changed: its hash is another one");
        }
        number = found;
        before = hash;
        hashes.put(found, hash);
    }

    private void checkpoint(byte[] bytes) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<byte[]> parts = new ArrayList<>();
        int signed = 0;
        while (in.hasRemaining()) {
            signed = in.position();
            byte[] part = new byte[in.getInt()];
            in.get(part);
            parts.add(part);
        }
        long upTo = ByteBuffer.wrap(parts.get(4)).getLong();
        if (!isSigned(Arrays.copyOf(bytes, signed), parts.get(9))) {
            complaints.add("the checkpoint at #" + upTo + " is not signed by a key of this chain");
        }
        boolean fits = new String(parts.get(0), UTF_8).equals("keyhold-checkpoint-v1")
                && new String(parts.get(1), UTF_8).equals(vaultId)
                && new String(parts.get(3), UTF_8).equals(region)
                && HexFormat.of().formatHex(parts.get(5)).equals(hashes.get(upTo))
                && HexFormat.of().formatHex(parts.get(8)).equals(checkpointBefore);
        if (!fits) {
            complaints.add("the checkpoint at #" + upTo + " does not fit the chain");
        }
        checkpointBefore = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        checkpoints++;
    }

    private boolean isSigned(byte[] content, byte[] by) throws GeneralSecurityException {
        for (PublicKey key : keys.values()) {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(content);
            if (signature.verify(by)) {
                return true;
            }
        }
        return false;
    }

    private void compare(Path kept) throws Exception {
        String json = Files.readString(kept);
        Matcher at = KEPT_NUMBER.matcher(json);
        Matcher head = KEPT_HEAD.matcher(json);
        if (!at.find() || !head.find()) {
            complaints.add(kept + " is no checkpoint");
        } else if (Long.parseLong(at.group(1)) > number) {
            complaints.add("rows are gone from the end: " + kept + " was made at #" + at.group(1));
        } else if (!head.group(1).equals(hashes.get(Long.parseLong(at.group(1))))) {
            complaints.add("the past was rewritten: #" + at.group(1) + " is not the row " + kept + " was made of");
        }
    }
}
