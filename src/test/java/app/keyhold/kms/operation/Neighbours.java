package app.keyhold.kms.operation;

import app.keyhold.kms.Peers;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.operation.key.CreateKey;
import java.util.List;
import java.util.Optional;

/// A Region with two others beside it: one in reach, one away. What is left for them in the outbox stays there.
final class Neighbours implements AutoCloseable {
    static final String NEAR = "eu-west-1";
    static final String AWAY = "ap-south-1";

    private final Desk near = new Desk(NEAR);
    private final Desk desk = new Desk(new Peers() {
        @Override
        public Optional<Peer> find(String region) {
            return region.equals(NEAR) ? Optional.of(near.asPeer()) : Optional.empty();
        }

        @Override
        public List<String> regions() {
            return List.of(Desk.REGION, NEAR, AWAY);
        }
    });

    Desk desk() {
        return desk;
    }

    Desk near() {
        return near;
    }

    String primaryKey() {
        return desk.call(CreateKey.Request.symmetric("").withMultiRegion()).keyMetadata().keyId();
    }

    /// With a replica in the Region that is in reach.
    String replicatedKey() {
        String id = primaryKey();
        desk.write(work -> {
            Key key = work.key(id).orElseThrow();
            work.put(key.withMultiRegion(key.multiRegion().map(relatives -> relatives.withReplica(NEAR))));
        });
        Key primary = desk.stored(id);
        near.write(work -> work.put(new Key(
                        new KeyArn(NEAR, Desk.ACCOUNT, id),
                        primary.spec(),
                        primary.usage(),
                        primary.origin(),
                        primary.manager(),
                        primary.created(),
                        primary.state(),
                        "",
                        Optional.empty(),
                        primary.rotation(),
                        primary.policy(),
                        List.of(),
                        primary.materials(),
                        0)
                .withMultiRegion(
                        primary.multiRegion().map((MultiRegion relatives) -> relatives.seenFrom(NEAR)))));
        return id;
    }

    @Override
    public void close() {
        desk.close();
        near.close();
    }
}
