package app.keyhold.kms.operation.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.keyhold.kms.SmallVault;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.MultiRegion.Type;
import app.keyhold.kms.outbox.OutboxEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of a Region's multi-Region keys when another Region is lost.
class FamiliesTest {
    private static final String HERE = SmallVault.REGION;
    private static final String LOST = "eu-west-1";
    private static final String OTHER = "ap-south-1";

    private final SmallVault vault = new SmallVault();

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aReplicaOfALostPrimaryKeyBecomesPrimaryUnderTheNextEpoch() {
        Key key = related(new MultiRegion(Type.REPLICA, LOST, List.of(HERE, OTHER), 3));

        vault.write(work -> assertThat(Families.takeOver(work, LOST, HERE)).isEqualTo(1));

        assertThat(vault.key(key.id()).multiRegion())
                .contains(new MultiRegion(Type.PRIMARY, HERE, List.of(LOST, OTHER), 4));
    }

    @Test
    void everyRelativeIsToLearnOfItTheLostOneToo() {
        Key key = related(new MultiRegion(Type.REPLICA, LOST, List.of(HERE, OTHER), 3));

        vault.write(work -> Families.takeOver(work, LOST, HERE));

        assertThat(vault.region.view().outbox())
                .extracting(OutboxEntry::target, OutboxEntry::kind, OutboxEntry::subject)
                .containsExactlyInAnyOrder(
                        tuple(OTHER, OutboxEntry.Kind.KEY, key.id()), tuple(LOST, OutboxEntry.Kind.KEY, key.id()));
    }

    @Test
    void keysWhosePrimaryIsElsewhereAndKeysOfOneRegionStayAsTheyAre() {
        Key primary = related(new MultiRegion(Type.PRIMARY, HERE, List.of(LOST), 1));
        Key replica = related(new MultiRegion(Type.REPLICA, OTHER, List.of(HERE, LOST), 1));
        Key single = vault.addKey();

        vault.write(work -> assertThat(Families.takeOver(work, LOST, HERE)).isZero());

        for (Key key : List.of(primary, replica, single)) {
            assertThat(vault.key(key.id())).isEqualTo(key);
        }
        assertThat(vault.region.view().outbox()).isEmpty();
    }

    @Test
    void itIsKnownBeforeHowManyThereAre() {
        related(new MultiRegion(Type.REPLICA, LOST, List.of(HERE), 1));
        related(new MultiRegion(Type.REPLICA, OTHER, List.of(HERE), 1));
        vault.addKey();

        assertThat(Families.count(vault.region.view(), LOST)).isEqualTo(1);
    }

    @Test
    void whereAnotherRegionClaimsThemTooPrimaryKeysOutrankItsOwn() {
        Key key = related(new MultiRegion(Type.PRIMARY, HERE, List.of(OTHER), 2));

        vault.write(work -> Families.takeOver(work, HERE, HERE));

        assertThat(vault.key(key.id()).multiRegion())
                .contains(new MultiRegion(Type.PRIMARY, HERE, List.of(OTHER), 3));
    }

    @Test
    void ofSeveralReplicasOneInheritsAndEachKnowsWhich() {
        Key mine = related(new MultiRegion(Type.REPLICA, LOST, List.of(OTHER, HERE), 1));
        Key others = related(new MultiRegion(Type.REPLICA, LOST, List.of(HERE, OTHER, "sa-east-1"), 1));

        vault.write(work -> Families.inherit(work, LOST, List.of("sa-east-1", HERE, OTHER)));

        assertThat(vault.key(mine.id()).multiRegion().orElseThrow().isPrimary()).isTrue();
        assertThat(vault.key(others.id())).isEqualTo(others);
    }

    @Test
    void aRegionThatIsGoneForGoodIsNoRelativeAnyMore() {
        Key primary = related(new MultiRegion(Type.PRIMARY, HERE, List.of(LOST, OTHER), 2));
        Key replica = related(new MultiRegion(Type.REPLICA, OTHER, List.of(HERE, LOST), 1));

        vault.write(work -> Families.forget(work, LOST));

        assertThat(vault.key(primary.id()).multiRegion())
                .contains(new MultiRegion(Type.PRIMARY, HERE, List.of(OTHER), 2));
        // Its primary key says so when it has heard of it.
        assertThat(vault.key(replica.id())).isEqualTo(replica);
        assertThat(vault.region.view().outbox()).extracting(OutboxEntry::target).containsExactly(OTHER);
    }

    private Key related(MultiRegion relatives) {
        return vault.addKey(key -> key.withMultiRegion(Optional.of(relatives)));
    }
}
