package app.keyhold.kms.operation.region;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.Randomness;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.Imported;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.MultiRegion.Type;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Substance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two relatives that do not say the same.
class FamilyTest {
    private static final String HOME = "us-east-1";
    private static final String IRELAND = "eu-west-1";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final MaterialWrapping atHome = new MaterialWrapping(Randomness.secret(32), "vault");
    private final MaterialWrapping inIreland = new MaterialWrapping(Randomness.secret(32), "vault");

    @Test
    void aReplicaTakesOverMaterialsRotationAndRelatives() {
        Key primary = key(HOME, primaryAtHome(1), fresh(HOME, 0), rotated(HOME, 1))
                .withRotation(new Rotation(Optional.of(START), 90, 3));
        Key replica = key(IRELAND, replicaOfHome(1)).withState(KeyState.Creating);

        Key united = Family.of(replica, primary, atHome, inIreland).united(replica);

        assertThat(united.state()).isEqualTo(KeyState.Enabled);
        assertThat(ids(united)).isEqualTo(ids(primary));
        assertThat(united.rotation()).isEqualTo(primary.rotation());
        for (KeyMaterial material : united.materials()) {
            assertThat(plain(inIreland, united, material))
                    .isEqualTo(plain(atHome, primary, primary.material(material.id()).orElseThrow()));
        }
    }

    @Test
    void whatIsTheSameOnBothSidesChangesNothing() {
        Key primary = key(HOME, primaryAtHome(1), fresh(HOME, 0));
        Key made = key(IRELAND, replicaOfHome(1)).withState(KeyState.Creating);
        Key replica = Family.of(made, primary, atHome, inIreland).united(made);

        Family again = Family.of(replica, primary, atHome, inIreland);

        assertThat(again.united(replica)).isEqualTo(replica);
        assertThat(again.relativeLacks(replica)).isFalse();
    }

    @Test
    void thePrimaryOfALowerEpochBecomesAReplicaAndKeepsItsMaterialBehindTheOthers() {
        KeyMaterial shared = fresh(HOME, 0);
        KeyMaterial later = rotated(HOME, 5);
        Key old = key(HOME, primaryAtHome(1), shared, later);
        Key taken = key(IRELAND, primaryInIreland(2), moved(shared), rotated(IRELAND, 7));

        Family family = Family.of(old, taken, inIreland, atHome);
        Key united = family.united(old);

        assertThat(united.multiRegion().orElseThrow())
                .isEqualTo(new MultiRegion(Type.REPLICA, IRELAND, List.of(HOME), 2));
        assertThat(united.currentMaterial().id()).isEqualTo(taken.currentMaterial().id());
        assertThat(ids(united))
                .containsExactly(shared.id(), later.id(), taken.currentMaterial().id());
        assertThat(family.relativeLacks(united)).isTrue();

        Key back = Family.of(taken, united, atHome, inIreland).united(taken);
        assertThat(ids(back)).isEqualTo(ids(united));
        assertThat(back.multiRegion()).isEqualTo(taken.multiRegion());
    }

    @Test
    void twoPrimariesOfOneEpochAreDecidedAlikeOnBothSides() {
        KeyMaterial shared = fresh(HOME, 0);
        Key here = key(HOME, primaryAtHome(2), shared, rotated(HOME, 3));
        Key there = key(IRELAND, primaryInIreland(2), moved(shared), rotated(IRELAND, 4));

        Key one = Family.of(here, there, inIreland, atHome).united(here);
        Key other = Family.of(there, one, atHome, inIreland).united(there);

        assertThat(one.multiRegion().orElseThrow().primaryRegion())
                .isEqualTo(other.multiRegion().orElseThrow().primaryRegion());
        assertThat(ids(one)).isEqualTo(ids(other));
    }

    @Test
    void importedMaterialLeavesItsPlaceButIsNotCarriedOver() {
        KeyMaterial imported = imported(fresh(HOME, 0));
        Key primary = key(HOME, primaryAtHome(1), KeyOrigin.EXTERNAL, imported);
        Key replica = key(IRELAND, replicaOfHome(1), KeyOrigin.EXTERNAL).withState(KeyState.Creating);

        Key united = Family.of(replica, primary, atHome, inIreland).united(replica);

        assertThat(united.state()).isEqualTo(KeyState.PendingImport);
        assertThat(united.materials()).singleElement().satisfies(material -> {
            assertThat(material.id()).isEqualTo(imported.id());
            assertThat(material.isAbsent()).isTrue();
        });
    }

    @Test
    void materialThatWaitsAtThePrimaryWaitsAtTheReplicaToo() {
        Key primary = key(HOME, primaryAtHome(1), fresh(HOME, 0)).withPending(Optional.of(rotated(HOME, 1)));
        Key made = key(IRELAND, replicaOfHome(1)).withState(KeyState.Creating);

        Key replica = Family.of(made, primary, atHome, inIreland).united(made);

        assertThat(replica.pending().map(KeyMaterial::id)).isEqualTo(primary.pending().map(KeyMaterial::id));
        assertThat(replica.pending().orElseThrow().isWrapped()).isTrue();
    }

    @Test
    void aPrimaryThatWaitedForItsReplicasAndWasOverruledIsKeptDisabled() {
        KeyMaterial shared = fresh(HOME, 0);
        Key old = key(HOME, primaryAtHome(1).withDeletionWindow(Optional.of(7)), shared)
                .withState(KeyState.PendingReplicaDeletion);
        Key taken = key(IRELAND, primaryInIreland(2), moved(shared));

        assertThat(Family.of(old, taken, inIreland, atHome).united(old).state()).isEqualTo(KeyState.Disabled);
    }

    private static MultiRegion primaryAtHome(long epoch) {
        return new MultiRegion(Type.PRIMARY, HOME, List.of(IRELAND), epoch);
    }

    private static MultiRegion replicaOfHome(long epoch) {
        return primaryAtHome(epoch).seenFrom(IRELAND);
    }

    private static MultiRegion primaryInIreland(long epoch) {
        return new MultiRegion(Type.PRIMARY, IRELAND, List.of(HOME), epoch);
    }

    private Key key(String region, MultiRegion relatives, KeyMaterial... materials) {
        return key(region, relatives, KeyOrigin.AWS_KMS, materials);
    }

    private Key key(String region, MultiRegion relatives, KeyOrigin origin, KeyMaterial... materials) {
        return new Key(
                        arn(region),
                        KeySpec.SYMMETRIC_DEFAULT,
                        KeyUsage.ENCRYPT_DECRYPT,
                        origin,
                        KeyManager.CUSTOMER,
                        START,
                        KeyState.Enabled,
                        "",
                        Optional.empty(),
                        Rotation.OFF,
                        "{}",
                        List.of(),
                        new ArrayList<>(List.of(materials)),
                        0)
                .withMultiRegion(Optional.of(relatives));
    }

    private KeyMaterial fresh(String region, int day) {
        return wrapping(region)
                .generate(arn(region), KeySpec.SYMMETRIC_DEFAULT)
                .first(START.plusSeconds(86_400L * day));
    }

    private KeyMaterial rotated(String region, int day) {
        return fresh(region, day).rotatedIn(START.plusSeconds(86_400L * day), RotationType.ON_DEMAND);
    }

    /// From home to Ireland.
    private KeyMaterial moved(KeyMaterial material) {
        Key holder = key(HOME, primaryAtHome(1), material);
        return atHome.with(
                holder,
                material,
                secret -> material.withWrapped(
                        inIreland.wrap(arn(IRELAND), KeySpec.SYMMETRIC_DEFAULT, material.id(), secret)));
    }

    private static KeyMaterial imported(KeyMaterial material) {
        return new KeyMaterial(
                material.id(),
                material.substance(),
                material.publicKey(),
                material.created(),
                material.rotation(),
                Optional.of(new Imported("", Optional.empty())));
    }

    private MaterialWrapping wrapping(String region) {
        return region.equals(HOME) ? atHome : inIreland;
    }

    private static KeyArn arn(String region) {
        return new KeyArn(region, "111122223333", "mrk-0123456789abcdef0123456789abcdef");
    }

    private static List<String> ids(Key key) {
        return key.materials().stream().map(KeyMaterial::id).toList();
    }

    private static String plain(MaterialWrapping wrapping, Key key, KeyMaterial material) {
        assertThat(material.substance()).isInstanceOf(Substance.Wrapped.class);
        return wrapping.with(key, material, secret -> secret.use(HexFormat.of()::formatHex));
    }
}
