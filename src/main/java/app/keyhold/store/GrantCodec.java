package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A grant's terms in two columns: its operations as one bit each, its constraints as version, then those that are set,
/// each behind its own letter.
final class GrantCodec {
    private static final byte[] MAGIC = {'K', 'H', 'G', 'C', 1};
    private static final int EQUALS = 'E';
    private static final int SUBSET = 'S';
    private static final int SOURCE = 'A';

    private GrantCodec() {}

    static int bits(Collection<GrantOperation> operations) {
        return operations.stream().mapToInt(GrantCodec::bit).sum();
    }

    static Set<GrantOperation> operations(int bits) {
        var operations = EnumSet.noneOf(GrantOperation.class);
        Arrays.stream(GrantOperation.values())
                .filter(operation -> (bits & bit(operation)) != 0)
                .forEach(operations::add);
        if (bits(operations) != bits) {
            throw new MalformedRecordException("An operation no grant can allow");
        }
        return operations;
    }

    static byte[] encode(GrantConstraints constraints) {
        var out = new CanonicalWriter().raw(MAGIC);
        constraints.encryptionContextEquals().ifPresent(exact -> pairs(out.u8(EQUALS), exact));
        constraints.encryptionContextSubset().ifPresent(pairs -> pairs(out.u8(SUBSET), pairs));
        constraints.sourceArn().ifPresent(arn -> out.u8(SOURCE).text(arn));
        return out.toByteArray();
    }

    static GrantConstraints decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "list of grant constraints");
        Optional<Map<String, String>> exact = Optional.empty();
        Optional<Map<String, String>> subset = Optional.empty();
        Optional<String> source = Optional.empty();
        while (in.hasMore()) {
            switch (in.u8()) {
                case EQUALS -> exact = Optional.of(pairs(in));
                case SUBSET -> subset = Optional.of(pairs(in));
                case SOURCE -> source = Optional.of(in.text());
                default -> throw new MalformedRecordException("Unknown kind of grant constraint");
            }
        }
        var constraints = new GrantConstraints(exact, subset, source);
        if (!Arrays.equals(encode(constraints), bytes)) {
            throw new MalformedRecordException("Grant constraints in another than their one form");
        }
        return constraints;
    }

    private static void pairs(CanonicalWriter out, Map<String, String> pairs) {
        out.u32(pairs.size());
        new TreeMap<>(pairs).forEach((name, value) -> out.text(name).text(value));
    }

    private static Map<String, String> pairs(CanonicalReader in) {
        int count = in.u32();
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            pairs.put(in.text(), in.text());
        }
        return pairs;
    }

    /// Written out, so that reordering the enum does not change the form.
    private static int bit(GrantOperation operation) {
        return 1
                << switch (operation) {
                    case Decrypt -> 0;
                    case Encrypt -> 1;
                    case GenerateDataKey -> 2;
                    case GenerateDataKeyWithoutPlaintext -> 3;
                    case ReEncryptFrom -> 4;
                    case ReEncryptTo -> 5;
                    case Sign -> 6;
                    case Verify -> 7;
                    case GetPublicKey -> 8;
                    case CreateGrant -> 9;
                    case RetireGrant -> 10;
                    case DescribeKey -> 11;
                    case GenerateDataKeyPair -> 12;
                    case GenerateDataKeyPairWithoutPlaintext -> 13;
                    case GenerateMac -> 14;
                    case VerifyMac -> 15;
                    case DeriveSharedSecret -> 16;
                    case Encapsulate -> 17;
                    case Decapsulate -> 18;
                };
    }
}
