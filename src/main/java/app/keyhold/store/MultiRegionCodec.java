package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.kms.key.MultiRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A multi-Region key's relatives in one column: version, type, epoch, deletion window (days; 0 for none), primary
/// Region, then the replicas' Regions.
final class MultiRegionCodec {
    private static final byte[] MAGIC = {'K', 'H', 'M', 'R', 1};
    private static final int PRIMARY = 1;
    private static final int REPLICA = 2;

    private MultiRegionCodec() {}

    static byte[] encode(MultiRegion relatives) {
        var out = new CanonicalWriter()
                .raw(MAGIC)
                .u8(relatives.isPrimary() ? PRIMARY : REPLICA)
                .i64(relatives.primaryEpoch())
                .u32(relatives.deletionWindow().orElse(0))
                .text(relatives.primaryRegion());
        relatives.replicaRegions().forEach(out::text);
        return out.toByteArray();
    }

    static MultiRegion decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "multi-Region key");
        MultiRegion.Type type =
                switch (in.u8()) {
                    case PRIMARY -> MultiRegion.Type.PRIMARY;
                    case REPLICA -> MultiRegion.Type.REPLICA;
                    default -> throw new MalformedRecordException("Unknown type of multi-Region key");
                };
        long epoch = in.i64();
        int window = in.u32();
        String primary = in.text();
        List<String> replicas = new ArrayList<>();
        while (in.hasMore()) {
            replicas.add(in.text());
        }
        return new MultiRegion(
                type, primary, replicas, epoch, window == 0 ? Optional.empty() : Optional.of(window));
    }
}
