package app.keyhold.store;

import static app.keyhold.store.Samples.NOON;
import static app.keyhold.store.Samples.alias;
import static app.keyhold.store.Samples.event;
import static app.keyhold.store.Samples.id;
import static app.keyhold.store.Samples.key;
import static app.keyhold.store.Samples.material;
import static app.keyhold.store.Samples.role;
import static app.keyhold.store.Samples.use;
import static app.keyhold.store.Samples.user;
import static app.keyhold.store.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.AuditTrail.Gap;
import app.keyhold.audit.AuditTrail.Times;
import app.keyhold.audit.AuditTrail.MonthlyUse;
import app.keyhold.audit.EventColumns;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.crypto.token.TokenAddress;
import app.keyhold.crypto.token.TokenLibrary;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.file.KnownFiles.Group;
import app.keyhold.kms.file.KnownPath;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantUse;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStores;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry.Kind;
import app.keyhold.kms.outbox.OutboxEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of a Region does, whatever it is made of.
abstract class RegionContract {
    private static final Blob BLOB = Blob.of(new byte[] {1, 2, 3});

    RegionStore store;

    abstract RegionStore open();

    @BeforeEach
    void opens() {
        store = open();
    }

    @AfterEach
    void closes() {
        store.close();
    }

    @Test
    void aKeyIsReadAsItWasPut() {
        Key key = key(1)
                .withDeletionDate(Optional.of(NOON.plusNanos(1)))
                .withRotation(new Rotation(Optional.of(NOON.plusSeconds(9)), 90, 3))
                .withMaterials(List.of(material(1, 5), material(1, 2)));
        write(store, work -> work.put(key));
        assertThat(store.view().key(key.id())).contains(key.withChangedBy(1));
    }

    @Test
    void materialIsReadAsItWasPutWhereverItIs() {
        List<Substance> places = List.of(
                new Substance.Wrapped(Blob.of(new byte[] {1, 2})),
                new Substance.Absent(),
                new Substance.InToken("keyhold-1"),
                new Substance.External("external-1", Blob.of(new byte[] {3})));
        List<KeyMaterial> materials = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            materials.add(material(1, i).withSubstance(places.get(i)));
        }
        Key key = key(1).withMaterials(materials);
        write(store, work -> work.put(key));
        assertThat(store.view().key(key.id())).contains(key.withChangedBy(1));
    }

    @Test
    void aMaterialThatWaitsIsNotInForceUntilItIsMoved() {
        Key waiting = key(1).withPending(Optional.of(material(1, 9)));
        write(store, work -> work.put(waiting));
        assertThat(store.view().key(id(1))).contains(waiting.withChangedBy(1));

        Key moved = waiting.withPending(Optional.empty()).withMaterials(List.of(material(1, 0), material(1, 9)));
        write(store, work -> work.put(moved));
        assertThat(store.view().key(id(1))).contains(moved.withChangedBy(2));
    }

    @Test
    void aKeyKnowsItsRelativesAndItsStore() {
        Key key = inStore(key(1), "cks-1")
                .withMultiRegion(Optional.of(new MultiRegion(
                        MultiRegion.Type.REPLICA, "eu-west-1", List.of("us-east-1", "ap-south-1"), 3)));
        write(store, work -> work.put(key));
        assertThat(store.view().key(id(1))).contains(key.withChangedBy(1));
    }

    @Test
    void aKeyIsDueWhenItsFirstMaterialExpires() {
        Key later = key(1).withMaterials(List.of(expiring(1, NOON.plusNanos(1))));
        Key now = key(2).withMaterials(List.of(expiring(2, NOON.plusSeconds(9)), material(2, 1)))
                .withPending(Optional.of(expiring(3, NOON)));
        Key gone = key(4).withMaterials(List.of(expiring(4, NOON).withSubstance(new Substance.Absent())));
        write(store, work -> List.of(later, now, gone).forEach(work::put));
        assertThat(store.view().due(NOON)).extracting(Key::id).containsExactly(id(2));
    }

    @Test
    void importParametersAreReadAsTheyWerePutAndGoWithTheirKey() {
        var parameters = new ImportParameters(
                "00".repeat(16),
                id(1),
                WrappingAlgorithm.RSAES_OAEP_SHA_256,
                WrappingKeySpec.RSA_4096,
                NOON,
                Blob.of(new byte[] {5}));
        write(store, work -> {
            work.put(key(1));
            work.put(parameters);
        });
        assertThat(store.view().importParameters(parameters.id())).contains(parameters);
        assertThat(store.view().expiredImportParameters(NOON.minusNanos(1))).isEmpty();
        assertThat(store.view().expiredImportParameters(NOON)).containsExactly(parameters);

        write(store, work -> work.remove(key(1)));
        assertThat(store.view().importParameters(parameters.id())).isEmpty();
    }

    private static KeyMaterial expiring(int key, Instant validTo) {
        KeyMaterial plain = material(key, 0);
        return new KeyMaterial(
                plain.id(),
                plain.substance(),
                plain.publicKey(),
                plain.created(),
                plain.rotation(),
                Optional.of(new KeyMaterial.Imported("", Optional.of(validTo))));
    }

    private static Key inStore(Key key, String customKeyStoreId) {
        return new Key(
                key.arn(), key.spec(), key.usage(), key.origin(), key.manager(), key.created(), key.state(),
                key.description(), key.deletionDate(), key.rotation(), key.policy(), key.tags(), key.materials(),
                key.pending(), key.multiRegion(), Optional.of(customKeyStoreId), 0);
    }

    @Test
    void aChangedKeyNamesTheRowThatChangedIt() {
        write(store, work -> work.put(key(1)));
        write(store, work -> work.put(key(2)));
        write(store, work -> work.put(key(1).withDescription("other")));
        assertThat(store.view().key(id(1)).orElseThrow().changedBy()).isEqualTo(3);
        assertThat(store.view().key(id(2)).orElseThrow().changedBy()).isEqualTo(2);
    }

    @Test
    void puttingAnUnchangedKeyChangesNothing() {
        write(store, work -> work.put(key(1)));
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.put(key(1));
                return "done";
            });
            assertThat(written.changes()).isEmpty();
        }
    }

    @Test
    void aNewMaterialIsDigestedByItself() {
        write(store, work -> work.put(key(1)));
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.put(key(1).withMaterials(List.of(material(1, 0), material(1, 1))));
                return "done";
            });
            assertThat(written.changes())
                    .extracting(Change::kind, Change::identity)
                    .containsExactlyInAnyOrder(
                            tuple("key", id(1)),
                            tuple("material", id(1) + "/" + material(1, 1).id()));
        }
    }

    @Test
    void keysComeInPages() {
        write(store, work -> {
            for (int i = 1; i <= 5; i++) {
                work.put(key(i));
            }
        });
        assertThat(store.view().keys(id(2), 2)).extracting(Key::id).containsExactly(id(3), id(4));
        assertThat(store.view().keys("", 9)).hasSize(5).allMatch(key -> key.materials().size() == 1);
    }

    @Test
    void aRemovedKeyTakesMaterialsAndAliasesAlong() {
        write(store, work -> {
            work.put(key(1));
            work.put(alias("one", 1));
        });
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.remove(work.key(id(1)).orElseThrow());
                return "done";
            });
            assertThat(written.changes()).extracting(Change::kind).containsExactlyInAnyOrder("alias", "key", "material");
            assertThat(written.changes()).allMatch(change -> change.digest().isEmpty());
            transaction.append(event("DeleteKey", Effect.ADMINISTRATION, NOON, written.changes()));
            transaction.commit();
        }
        assertThat(store.view().key(id(1))).isEmpty();
        assertThat(store.view().alias("alias/one")).isEmpty();
    }

    @Test
    void aliasesPointAtTheirKey() {
        write(store, work -> {
            work.put(key(1));
            work.put(key(2));
            work.put(alias("b", 1));
            work.put(alias("a", 1));
            work.put(alias("c", 2));
        });
        View view = store.view();
        assertThat(view.aliasesOf(id(1))).extracting(Alias::name).containsExactly("alias/a", "alias/b");
        assertThat(view.aliases("alias/a", 10)).extracting(Alias::name).containsExactly("alias/b", "alias/c");
        assertThat(view.alias("alias/c").orElseThrow().changedBy()).isEqualTo(1);
    }

    @Test
    void anAliasWithoutItsKeyIsRefused() {
        assertThatThrownBy(() -> write(store, work -> work.put(alias("nobody", 9))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGrantIsReadAsItWasPut() {
        Grant all = GrantSamples.everything(1, 7);
        Grant least = GrantSamples.grant(1, 8, "eva", GrantSamples.terms(GrantOperation.Decrypt));
        write(store, work -> {
            work.put(key(1));
            work.put(all);
            work.put(least);
        });
        assertThat(store.view().grants().find(id(1), all.id())).contains(all.withChangedBy(1));
        assertThat(store.view().grants().find(id(1), least.id())).contains(least.withChangedBy(1));
        assertThat(store.view().grants().find(id(2), all.id())).isEmpty();
    }

    @Test
    void aGrantWithoutItsKeyIsRefused() {
        assertThatThrownBy(() -> write(store, work -> work.put(GrantSamples.everything(9, 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void grantsComeInPages() {
        write(store, work -> {
            work.put(key(1));
            work.put(key(2));
            for (int i = 1; i <= 6; i++) {
                work.put(GrantSamples.grant(1, i, i % 2 == 0 ? "eva" : "bo", GrantSamples.terms(GrantOperation.Decrypt)));
                work.put(GrantSamples.grant(2, i, "eva", GrantSamples.terms(GrantOperation.Encrypt)));
            }
        });
        Grants grants = store.view().grants();
        assertThat(grants.of(id(1), GrantSamples.id(2), 2))
                .extracting(Grant::id)
                .containsExactly(GrantSamples.id(3), GrantSamples.id(4));
        assertThat(grants.to(id(1), user("eva").principal().arn(), GrantSamples.id(2), 9))
                .extracting(Grant::id)
                .containsExactly(GrantSamples.id(4), GrantSamples.id(6));
        assertThat(grants.count(id(1))).isEqualTo(6);
        assertThat(grants.count(id(3))).isZero();
    }

    @Test
    void retirableGrantsComeInPagesOverAllKeys() {
        write(store, work -> {
            for (int key = 1; key <= 3; key++) {
                work.put(key(key));
                work.put(GrantSamples.everything(key, 5));
                work.put(GrantSamples.everything(key, 6));
                work.put(GrantSamples.grant(key, 7, "eva", GrantSamples.terms(GrantOperation.Encrypt)));
            }
        });
        Grants grants = store.view().grants();
        GrantPrincipal retiring = GrantSamples.everything(1, 5).retiring().orElseThrow();
        List<Grant> first = grants.retirableBy(retiring, "", 3);
        List<Grant> rest = grants.retirableBy(retiring, Grants.position(first.getLast()), 9);
        assertThat(first).extracting(Grants::position)
                .containsExactly(
                        id(1) + "/" + GrantSamples.id(5), id(1) + "/" + GrantSamples.id(6), id(2) + "/" + GrantSamples.id(5));
        assertThat(rest).hasSize(3);
        assertThat(grants.retirableBy(new GrantPrincipal(retiring.name(), "AIDAanother"), "", 9)).isEmpty();
    }

    @Test
    void aRepeatedGrantIsFoundByAllOfItsTerms() {
        Grant made = GrantSamples.everything(1, 7);
        write(store, work -> {
            work.put(key(1));
            work.put(made);
        });
        Grants grants = store.view().grants();
        assertThat(grants.repeatedBy(GrantSamples.everything(1, 8))).contains(made.withChangedBy(1));
        GrantSamples.variations(GrantSamples.everything(1, 8))
                .forEach(other -> assertThat(grants.repeatedBy(other)).as("%s", other).isEmpty());
    }

    @Test
    void aUseFindsAGrantThatAllowsItAmongHundreds() {
        var random = new Random(20260301);
        List<Grant> all = GrantSamples.random(random, 300);
        write(store, work -> {
            work.put(key(1));
            work.put(key(2));
            all.forEach(work::put);
        });
        int allowed = 0;
        for (int i = 0; i < 600; i++) {
            GrantUse use = GrantSamples.randomUse(random);
            Optional<Grant> found = store.view().grants().allowing(use);
            boolean expected = all.stream().anyMatch(grant -> grant.allows(use));
            assertThat(found.isPresent()).as("%s", use).isEqualTo(expected);
            found.ifPresent(grant -> assertThat(grant.allows(use)).as("%s", use).isTrue());
            allowed += expected ? 1 : 0;
        }
        assertThat(allowed).isBetween(100, 500);
    }

    @Test
    void aRemovedGrantIsGoneAndCountsNoMore() {
        Grant gone = GrantSamples.everything(1, 7);
        write(store, work -> {
            work.put(key(1));
            work.put(gone);
            work.put(GrantSamples.everything(1, 8));
        });
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.remove(gone);
                return "done";
            });
            assertThat(written.changes())
                    .containsExactly(new Change("grant", id(1) + "/" + gone.id(), Optional.empty()));
            transaction.append(event("RevokeGrant", Effect.ADMINISTRATION, NOON, written.changes()));
            transaction.commit();
        }
        assertThat(store.view().grants().find(id(1), gone.id())).isEmpty();
        assertThat(store.view().grants().count(id(1))).isEqualTo(1);
    }

    @Test
    void aRemovedKeyTakesItsGrantsAlongUnlisted() {
        write(store, work -> {
            work.put(key(1));
            work.put(key(2));
            work.put(GrantSamples.everything(1, 7));
            work.put(GrantSamples.everything(1, 8));
            work.put(GrantSamples.everything(2, 7));
        });
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.remove(work.key(id(1)).orElseThrow());
                return "done";
            });
            assertThat(written.changes()).extracting(Change::kind).containsExactlyInAnyOrder("key", "material");
            transaction.append(event("DeleteKey", Effect.ADMINISTRATION, NOON, written.changes()));
            transaction.commit();
        }
        assertThat(store.view().grants().of(id(1), "", 9)).isEmpty();
        assertThat(store.view().grants().count(id(1))).isZero();
        assertThat(store.view().grants().count(id(2))).isEqualTo(1);
    }

    @Test
    void customKeyStoresAreReadAsTheyWerePut() {
        CustomKeyStore onToken = keyStore("cks-2", new Backing.Token("cluster-abcdefghijk", Optional.of("anchor"), BLOB));
        CustomKeyStore behindProxy = keyStore("cks-1", new Backing.Proxy("https://xks.example", "/kms/xks/v1", "ID", BLOB))
                .failed(ConnectionErrorCode.XKS_PROXY_TIMED_OUT);
        write(store, work -> {
            work.put(onToken);
            work.put(behindProxy);
        });
        assertThat(store.view().keyStores().all())
                .containsExactly(behindProxy.withChangedBy(1), onToken.withChangedBy(1));
        write(store, work -> work.put(onToken.connected().withName("other")));
        assertThat(store.view().keyStores().find("cks-2"))
                .contains(onToken.connected().withName("other").withChangedBy(2));
        write(store, work -> work.remove(onToken));
        assertThat(store.view().keyStores().find("cks-2")).isEmpty();
    }

    @Test
    void tokensAreReadAsTheyWerePut() {
        var library = new TokenLibrary(Path.of("/usr/lib/token.so"), Map.of("B", "2", "A", "1 and more"));
        var token = new ConfiguredToken(
                "cluster-abcdefghijk", new TokenAddress(library, "desk", "0123"), "Maker", "Model", Optional.of("anchor"), NOON, 0);
        write(store, work -> work.put(token));
        assertThat(store.view().keyStores().token(token.clusterId())).contains(token.withChangedBy(1));
        assertThat(store.view().keyStores().tokens()).hasSize(1);
        write(store, work -> work.remove(token));
        assertThat(store.view().keyStores().tokens()).isEmpty();
    }

    @Test
    void aKeyStoreKnowsItsKeysAndWhichExternalKeysTheyHave() {
        write(store, work -> {
            work.put(keyIn("cks-1", 1, new Substance.External("payroll", BLOB)));
            work.put(keyIn("cks-2", 2, new Substance.External("payroll-2", BLOB)));
            work.put(keyIn("cks-2", 3, new Substance.InToken("payroll")));
        });
        KeyStores stores = store.view().keyStores();
        assertThat(stores.holdKeysOf("cks-1")).isTrue();
        assertThat(stores.holdKeysOf("cks-3")).isFalse();
        assertThat(stores.keyBehind("cks-1", "payroll")).contains(id(1));
        assertThat(stores.keyBehind("cks-2", "payroll")).isEmpty();
        assertThat(stores.keyBehind("cks-2", "payroll-2")).contains(id(2));
    }

    @Test
    void aKeyIsUnavailableWhileItsKeyStoreIsNotConnected() {
        CustomKeyStore desk = keyStore("cks-1", new Backing.Token("cluster-abcdefghijk", Optional.empty(), BLOB));
        Key key = keyIn("cks-1", 1, new Substance.InToken("label"));
        write(store, work -> {
            work.put(desk);
            work.put(key);
        });
        assertThat(asReachable(key)).isEqualTo(KeyState.Unavailable);
        assertThat(asReachable(key.withState(KeyState.Disabled))).isEqualTo(KeyState.Unavailable);
        assertThat(asReachable(key.withState(KeyState.PendingDeletion))).isEqualTo(KeyState.PendingDeletion);
        assertThat(asReachable(key(2))).isEqualTo(KeyState.Enabled);
        write(store, work -> work.put(desk.connected()));
        assertThat(asReachable(key)).isEqualTo(KeyState.Enabled);
        assertThat(asReachable(key.withState(KeyState.Disabled))).isEqualTo(KeyState.Disabled);
        write(store, work -> work.put(desk.failed(ConnectionErrorCode.CLUSTER_NOT_FOUND)));
        assertThat(asReachable(key)).isEqualTo(KeyState.Unavailable);
    }

    private KeyState asReachable(Key key) {
        return store.view().keyStores().asReachable(key).state();
    }

    private static CustomKeyStore keyStore(String id, Backing backing) {
        return new CustomKeyStore(id, "name of " + id, NOON, ConnectionState.DISCONNECTED, Optional.empty(), backing, 0);
    }

    private static Key keyIn(String storeId, int number, Substance substance) {
        Key key = key(number);
        return new Key(
                key.arn(), key.spec(), key.usage(), KeyOrigin.AWS_CLOUDHSM, key.manager(), key.created(), key.state(),
                key.description(), key.deletionDate(), key.rotation(), key.policy(), key.tags(),
                List.of(key.currentMaterial().withSubstance(substance)), Optional.empty(), Optional.empty(),
                Optional.of(storeId), 0);
    }

    @Test
    void identitiesAndSettingsAreReadAsTheyWerePut() {
        write(store, work -> {
            work.put(user("eva"));
            work.put(user("bo").withEnabled(false));
            work.put(role("auditor"));
            work.putSetting("rotation", "1095");
        });
        assertThat(store.view().identity(user("eva").principal().arn())).contains(user("eva"));
        assertThat(store.view().identities())
                .containsExactly(role("auditor"), user("bo").withEnabled(false), user("eva"));
        assertThat(store.view().setting("rotation")).contains("1095");
        write(store, work -> work.remove(user("eva")));
        assertThat(store.view().identities()).hasSize(2);
    }

    @Test
    void accessKeysAreReadAsTheyWerePutAndGoWithTheirUser() {
        write(store, work -> work.put(user("eva")));
        AuditRow put = write(store, work -> {
            work.put(accessKey("AKIA2", "eva"));
            work.put(accessKey("AKIA1", "eva"));
        });
        assertThat(put.event().changes())
                .extracting(Change::kind, Change::identity)
                .contains(tuple("accesskey", user("eva").principal().arn() + "/AKIA1"));
        assertThat(store.view().accessKey("AKIA1")).contains(accessKey("AKIA1", "eva").withChangedBy(2));
        assertThat(store.view().accessKeysOf(user("eva").principal().arn()))
                .isEqualTo(store.view().accessKeys())
                .extracting(AccessKey::id)
                .containsExactly("AKIA1", "AKIA2");
        assertThat(write(store, work -> work.put(accessKey("AKIA1", "eva"))).event().changes()).isEmpty();

        write(store, work -> work.put(accessKey("AKIA1", "eva").withStatus(AccessKeyStatus.Inactive)));
        assertThat(store.view().accessKey("AKIA1").map(AccessKey::status)).contains(AccessKeyStatus.Inactive);
        write(store, work -> work.remove(accessKey("AKIA2", "eva")));
        assertThat(store.view().accessKey("AKIA2")).isEmpty();

        assertThat(write(store, work -> work.remove(user("eva"))).event().changes()).hasSize(2);
        assertThat(store.view().accessKeys()).isEmpty();
    }

    @Test
    void anAccessKeyWithoutItsUserIsRefused() {
        assertThatThrownBy(() -> write(store, work -> work.put(accessKey("AKIA1", "eva"))))
                .isInstanceOf(RuntimeException.class);
    }

    private static AccessKey accessKey(String id, String user) {
        return new AccessKey(
                id,
                user(user).principal().arn(),
                user(user).uniqueId(),
                AccessKeyStatus.Active,
                NOON,
                Blob.of(new byte[] {1, 2, 3}),
                0);
    }

    @Test
    void whatWaitsForAnotherRegionIsReadAsItWasLeftOldestFirst() {
        write(store, work -> work.put(entry("b", Kind.KEY, "mrk-2")));
        write(store, work -> work.put(entry("a", Kind.HEADER, "")));
        assertThat(store.view().outbox()).extracting(OutboxEntry::id).containsExactly("b", "a");
        assertThat(store.view().outbox().getFirst())
                .isEqualTo(new OutboxEntry(
                        "b", "eu-west-1", Kind.KEY, "mrk-2", Blob.of(new byte[] {7}), NOON.plusNanos(1), 1));
        assertThat(store.view().outbox("eu-west-1", Kind.HEADER, "")).map(OutboxEntry::id).contains("a");
        assertThat(store.view().outbox("eu-west-2", Kind.HEADER, "")).isEmpty();

        write(store, work -> work.remove(entry("b", Kind.KEY, "mrk-2")));
        assertThat(store.view().outbox()).extracting(OutboxEntry::id).containsExactly("a");
    }

    @Test
    void whatChangesAgainBeforeItIsDoneWaitsOnceUnderANewIdSinceTheFirstChange() {
        write(store, NOON, work -> OutboxEntry.leave(work, "eu-west-1", Kind.KEY, "mrk-2", NOTHING));
        OutboxEntry first = store.view().outbox().getFirst();
        write(store, NOON.plusSeconds(5), work -> OutboxEntry.leave(work, "eu-west-1", Kind.KEY, "mrk-2", NOTHING));

        assertThat(store.view().outbox()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isNotEqualTo(first.id());
            assertThat(entry.since()).isEqualTo(NOON);
            assertThat(entry.changedBy()).isEqualTo(2);
        });
    }

    @Test
    void whatWasDoneForAnotherRegionIsRememberedUntilItIsRemoved() {
        var done = new AppliedOperation("b", "eu-west-1", NOON);
        write(store, work -> work.put(done));
        assertThat(store.view().applied()).containsExactly(done);
        write(store, work -> work.remove(done));
        assertThat(store.view().applied()).isEmpty();
    }

    @Test
    void knownFilesAreReadAsTheyWerePutAndOutliveTheirKey() {
        write(store, work -> work.put(key(1)));
        KnownFile nameless = file("aa", 1, 0, Optional.empty());
        KnownFile named = file("bb", 1, 0, Optional.of("/home/eva/zürich 𝄞.khd"));
        write(store, work -> {
            work.put(nameless);
            work.put(named);
        });
        assertThat(store.view().files().find("aa")).containsExactly(nameless.withNumber(1).withChangedBy(2));
        assertThat(store.view().files().at("/home/eva/zürich 𝄞.khd")).containsExactly(named.withNumber(2).withChangedBy(2));
        assertThat(store.view().files().at("/home/eva")).isEmpty();

        write(store, work -> work.remove(key(1)));
        assertThat(store.view().files().groups()).containsExactly(new Group(id(1), "m0", 2));
    }

    @Test
    void aFileIsForgottenAndDigestedAsEveryRow() {
        KnownFile file = file("aa", 1, 0, Optional.of("/a"));
        AuditRow put = write(store, work -> work.put(file));
        assertThat(put.event().changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("file");
            assertThat(change.identity()).isEqualTo("aa/" + id(1) + "#0");
        });
        assertThat(write(store, work -> work.put(file)).event().changes()).isEmpty();
        assertThat(write(store, work -> work.put(file("aa", 1, 0, Optional.empty()))).event().changes())
                .isNotEqualTo(put.event().changes())
                .hasSize(1);

        AuditRow removed = write(store, work -> work.remove(file));
        assertThat(removed.event().changes()).singleElement().satisfies(change ->
                assertThat(change.digest()).isEmpty());
        assertThat(store.view().files().find("aa")).isEmpty();
        assertThat(write(store, work -> work.remove(file)).event().changes()).isEmpty();
    }

    @Test
    void aFileOfSeveralKeysIsKnownForEachOfThem() {
        KnownFile first = file("aa", 1, 0, Optional.of("/a"));
        KnownFile second = file("aa", 2, 0, Optional.of("/a"));
        write(store, work -> {
            work.put(second);
            work.put(first);
            work.put(file("bb", 1, 0, Optional.empty()));
        });
        assertThat(store.view().files().find("aa")).containsExactly(
                        first.withNumber(2).withChangedBy(1), second.withNumber(1).withChangedBy(1));
        assertThat(store.view().files().at("/a")).hasSize(2);
        assertThat(store.view().files().groupsOf(id(2))).containsExactly(new Group(id(2), "m0", 1));
        assertThat(store.view().files().under(id(1), "m0", 2, 10))
                .extracting(KnownFile::messageId)
                .containsExactly("bb");

        write(store, work -> work.remove(first));
        assertThat(store.view().files().find("aa")).containsExactly(second.withNumber(1).withChangedBy(1));
    }

    @Test
    void filesAreCountedAndPagedByKeyAndMaterial() {
        write(store, work -> {
            work.put(file("cc", 2, 0, Optional.empty()));
            work.put(file("dd", 1, 1, Optional.empty()));
            work.put(file("bb", 1, 0, Optional.empty()));
            work.put(file("aa", 1, 0, Optional.empty()));
        });
        KnownFiles files = store.view().files();
        assertThat(files.groups())
                .containsExactly(new Group(id(1), "m0", 2), new Group(id(1), "m1", 1), new Group(id(2), "m0", 1));
        assertThat(files.groupsOf(id(1))).containsExactly(new Group(id(1), "m0", 2), new Group(id(1), "m1", 1));
        assertThat(files.under(id(1), "m0", 0, 1)).extracting(KnownFile::messageId).containsExactly("bb");
        assertThat(files.under(id(1), "m0", 3, 9)).extracting(KnownFile::messageId).containsExactly("aa");
        assertThat(files.under(id(3), "m0", 0, 9)).isEmpty();
    }

    private static KnownFile file(String messageId, int key, int material, Optional<String> path) {
        return new KnownFile(
                messageId, id(key), "m" + material, 7, NOON.plusNanos(3), path.map(text -> new KnownPath(text, BLOB)));
    }

    @Test
    void whoeverWatchesMayAddToACallOrRefuseItAndHearsOfAFullOutboxWhenItIsDurable() {
        List<String> heard = new ArrayList<>();
        store.watch(new ChangeWatcher() {
            @Override
            public void written(UnitOfWork work, List<Change> changes) {
                changes.forEach(change -> heard.add(change.kind()));
                if (changes.stream().anyMatch(change -> change.kind().equals("identity"))) {
                    throw new KmsException(Fault.UnsupportedOperationException);
                }
                work.put(entry("a", Kind.KEY, changes.getFirst().identity()));
            }

            @Override
            public void outboxFilled() {
                heard.add("filled " + store.view().outbox().size());
            }
        });
        write(store, work -> work.putSetting("a", "b"));
        assertThat(heard).containsExactly("setting", "filled 1");
        assertThat(store.view().outbox()).extracting(OutboxEntry::subject).containsExactly("a");

        assertThatThrownBy(() -> write(store, work -> work.put(user("eva")))).isInstanceOf(KmsException.class);
        assertThat(store.view().identities()).isEmpty();
        assertThat(heard).containsExactly("setting", "filled 1", "identity");
    }

    static final Blob NOTHING = Blob.of(new byte[0]);

    private static OutboxEntry entry(String id, Kind kind, String subject) {
        return new OutboxEntry(id, "eu-west-1", kind, subject, Blob.of(new byte[] {7}), NOON.plusNanos(1), 0);
    }

    @Test
    void onlyCustomerKeysAreCounted() {
        Key managed = key(2);
        write(store, work -> {
            work.put(key(1));
            work.put(new Key(
                    managed.arn(),
                    managed.spec(),
                    managed.usage(),
                    managed.origin(),
                    KeyManager.AWS,
                    managed.created(),
                    managed.state(),
                    managed.description(),
                    managed.deletionDate(),
                    managed.rotation(),
                    managed.policy(),
                    managed.tags(),
                    managed.materials(),
                    0));
        });
        assertThat(store.view().customerKeyCount()).isEqualTo(1);
        write(store, work -> work.put(key(1).withDescription("changed")));
        assertThat(store.view().customerKeyCount()).isEqualTo(1);
        write(store, work -> work.remove(key(1)));
        assertThat(store.view().customerKeyCount()).isZero();
    }

    @Test
    void dueAreRotationsAndDeletionsUpToTheInstant() {
        write(store, work -> {
            work.put(key(1).withRotation(new Rotation(Optional.of(NOON), 365, 0)));
            work.put(key(2).withRotation(new Rotation(Optional.of(NOON.plusNanos(1)), 365, 0)));
            work.put(key(3).withState(KeyState.PendingDeletion).withDeletionDate(Optional.of(NOON)));
            work.put(key(4)
                    .withDeletionDate(Optional.of(NOON))
                    .withRotation(new Rotation(Optional.of(NOON), 365, 0)));
        });
        assertThat(store.view().due(NOON)).extracting(Key::id).containsExactlyInAnyOrder(id(1), id(3), id(4));
    }

    @Test
    void aFailedCallIsUndoneAloneAndTheTransactionGoesOn() {
        try (RegionStore.Transaction transaction = store.begin()) {
            var first = transaction.write(NOON, work -> {
                work.put(key(1));
                return "done";
            });
            transaction.append(event("CreateKey", Effect.ADMINISTRATION, NOON, first.changes()));
            assertThatThrownBy(() -> transaction.write(NOON, work -> {
                        work.put(key(2));
                        work.remove(key(1));
                        throw new KmsException(Fault.LimitExceededException, "Too many");
                    }))
                    .isInstanceOf(KmsException.class);
            assertThat(transaction.key(id(2))).isEmpty();
            transaction.append(Samples.refused("CreateKey", "LimitExceededException", NOON));
            transaction.commit();
        }
        assertThat(store.view().key(id(1))).isPresent();
        assertThat(store.view().key(id(2))).isEmpty();
        assertThat(store.view().audit().head().number()).isEqualTo(2);
    }

    @Test
    void whatIsNotCommittedNeverHappened() {
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.put(key(1));
                return "done";
            });
            transaction.append(event("CreateKey", Effect.ADMINISTRATION, NOON, written.changes()));
        }
        assertThat(store.view().key(id(1))).isEmpty();
        assertThat(store.view().audit().head().number()).isZero();
        assertThat(write(store, work -> work.put(key(2))).number()).isEqualTo(1);
    }

    @Test
    void theTransactionSeesItsWritesAndOthersDoNotYet() {
        View before = store.view();
        assertThat(before.setting("s")).isEmpty();
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(NOON, work -> {
                work.putSetting("s", "new");
                assertThat(work.setting("s")).contains("new");
                return "done";
            });
            assertThat(transaction.setting("s")).contains("new");
            transaction.append(event("ChangeSettings", Effect.ADMINISTRATION, NOON, written.changes()));
            transaction.commit();
        }
        assertThat(store.view().setting("s")).contains("new");
    }

    @Test
    void theEpochGrowsWithChangesAndNotWithRowsAlone() {
        long start = store.view().epoch();
        Samples.append(store, use(NOON));
        assertThat(store.view().epoch()).isEqualTo(start);
        write(store, work -> work.put(key(1)));
        assertThat(store.view().epoch()).isGreaterThan(start);
    }

    @Test
    void theEpochOfATransactionMovesWithEachChange() {
        write(store, work -> work.put(key(1)));
        long published = store.view().epoch();
        try (RegionStore.Transaction transaction = store.begin()) {
            assertThat(transaction.epoch()).isEqualTo(published);
            transaction.append(use(NOON));
            assertThat(transaction.epoch()).isEqualTo(published);
            transaction.write(NOON, work -> {
                work.put(key(2));
                return "done";
            });
            assertThat(transaction.epoch()).isGreaterThan(published);
        }
    }

    @Test
    void noChangeGoesWithoutItsRow() {
        try (RegionStore.Transaction transaction = store.begin()) {
            transaction.write(NOON, work -> {
                work.put(key(1));
                return "done";
            });
            assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> transaction.append(use(NOON))).isInstanceOf(IllegalStateException.class);
        }
        assertThat(store.view().key(id(1))).isEmpty();
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();
        assertThatThrownBy(store::view)
                .isInstanceOfSatisfying(StoreException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(StoreException.Kind.CLOSED));
        assertThatThrownBy(store::begin).isInstanceOf(StoreException.class);
    }

    @Test
    void aThousandRowsGetACheckpointByThemselves() {
        for (int i = 0; i < 10; i++) {
            try (RegionStore.Transaction transaction = store.begin()) {
                for (int j = 0; j < 105; j++) {
                    transaction.append(use(NOON.plus(Duration.ofMinutes(j))));
                }
                transaction.commit();
            }
        }
        assertThat(store.view().audit().checkpoints()).singleElement().satisfies(checkpoint -> {
            assertThat(checkpoint.number()).isEqualTo(1000);
            assertThat(checkpoint.head()).isEqualTo(store.view().audit().row(1000).orElseThrow().hash());
        });
    }

    @Test
    void theHeaderIsRememberedInTwoSteps() {
        var first = new HeaderSeen(1, Blob.of(new byte[32]));
        var second = new HeaderSeen(2, Blob.of(new byte[] {1}));
        assertThat(HeaderMemory.of(store.view()).accepts(first)).isTrue();
        write(store, work -> HeaderMemory.confirm(work, first));
        write(store, work -> HeaderMemory.announce(work, second));
        assertThat(HeaderMemory.of(store.view()).accepts(first)).isTrue();
        assertThat(HeaderMemory.of(store.view()).accepts(second)).isTrue();
        write(store, work -> HeaderMemory.confirm(work, second));
        assertThat(HeaderMemory.of(store.view()).accepts(first)).isFalse();
        assertThat(HeaderMemory.of(store.view())).isEqualTo(new HeaderMemory(Optional.of(second), Optional.empty()));
    }

    @Test
    void theTrailKnowsTheNewestAllowedEventAboutAResource() {
        String key = Samples.use(NOON).resources().getFirst();
        Samples.append(
                store,
                use(NOON),
                event("Sign", Effect.USE, NOON.plusSeconds(1), List.of()),
                event("Sign", Effect.USE, NOON.plusSeconds(2), List.of()),
                Samples.refused("Encrypt", "AccessDeniedException", NOON.plusSeconds(3)),
                event("DescribeKey", Effect.READ, NOON.plusSeconds(4), List.of()));
        AuditTrail trail = store.view().audit();
        assertThat(trail.newestAllowed(key, Set.of("Encrypt")).orElseThrow().number()).isEqualTo(1);
        assertThat(trail.newestAllowed(key, Set.of("Encrypt", "Sign")).orElseThrow().number()).isEqualTo(3);
        assertThat(trail.newestAllowed(key, Set.of("Decrypt"))).isEmpty();
        assertThat(trail.newestAllowed(key + "0", Set.of("Encrypt"))).isEmpty();
    }

    @Test
    void theTrailTellsTheLatestTimeAndTheFirstGap() {
        Duration hour = Duration.ofHours(1);
        AuditTrail trail = store.view().audit();
        assertThat(trail.times(1, Optional.empty(), hour)).isEqualTo(new Times(Optional.empty(), Optional.empty()));
        Stream.of(0, 50, 40, 100, 95, 400, 399, 900)
                .map(minutes -> NOON.plus(Duration.ofMinutes(minutes)))
                .forEach(time -> Samples.append(store, event("Encrypt", Effect.USE, time, List.of())));
        trail = store.view().audit();

        assertThat(trail.times(1, Optional.empty(), hour)).isEqualTo(times(900, gap(100, 400)));
        assertThat(trail.times(6, at(399), hour)).as("a start no row is late after").isEqualTo(times(900, gap(400, 900)));
        assertThat(trail.times(6, at(300), hour)).as("a gap behind the start").isEqualTo(times(900, gap(300, 400)));
        assertThat(trail.times(2, at(2000), hour)).as("a start after all").isEqualTo(new Times(at(2000), Optional.empty()));
        assertThat(trail.times(9, Optional.empty(), hour)).as("no rows").isEqualTo(new Times(Optional.empty(), Optional.empty()));
        assertThat(trail.times(1, Optional.empty(), Duration.ofDays(1))).isEqualTo(new Times(at(900), Optional.empty()));
    }

    private static Times times(int latest, Gap gap) {
        return new Times(at(latest), Optional.of(gap));
    }

    private static Gap gap(int last, int next) {
        return new Gap(at(last).orElseThrow(), at(next).orElseThrow());
    }

    private static Optional<Instant> at(int minutes) {
        return Optional.of(NOON.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void theTrailAnswersWhatTheFilterAsks() {
        Instant start = NOON.minus(Duration.ofHours(30));
        Effect[] effects = {Effect.ADMINISTRATION, Effect.USE, Effect.READ};
        for (int i = 0; i < 120; i++) {
            Instant time = start.plus(Duration.ofMinutes(29L * i)).minus(Duration.ofHours(i % 10 == 0 ? 5 : 0));
            Samples.append(
                    store,
                    i % 7 == 0
                            ? Samples.refused("Decrypt", "AccessDeniedException", time)
                            : event(i % 3 == 0 ? "Sign" : "Encrypt", effects[i % 5 % 3], time, List.of()));
        }
        AuditTrail trail = store.view().audit();
        List<AuditRow> all = new ArrayList<>();
        trail.scan(1, all::add);
        EventFilter month = EventFilter.ALL.between(start.plus(Duration.ofMinutes(90)), start.plus(Duration.ofMinutes(1700)));
        EventFilter signed = new EventFilter(
                month.from(), month.until(), Set.of(), Set.of(Samples.OWNER), Set.of("Sign", "Decrypt"), Optional.empty(), Optional.empty());
        EventFilter denied = new EventFilter(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.of(EventFilter.Result.DENIED), Optional.empty());
        EventFilter resource = new EventFilter(
                Optional.empty(), month.until(), Set.copyOf(all.getFirst().event().resources()), Set.of(), Set.of("Encrypt"), Optional.empty(), Optional.empty());
        EventFilter text = new EventFilter(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of("CRYPT"));
        EventFilter nothing = new EventFilter(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of("100%_"));
        EventFilter noReads = EventFilter.ALL.hidingReads(true);
        EventFilter source = new EventFilter(
                month.from(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(all.getFirst().event().source()), Optional.empty(), Optional.empty(), true);
        EventFilter otherSource = new EventFilter(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of("sts.amazonaws.com"), Optional.empty(), Optional.empty(), false);
        for (EventFilter filter : List.of(
                EventFilter.ALL, month, signed, denied, resource, text, nothing, noReads, source, otherSource, month.hidingReads(true), text.hidingReads(true))) {
            List<Long> expected = all.reversed().stream()
                    .filter(row -> EventColumns.of(row.event()).matches(filter))
                    .map(AuditRow::number)
                    .toList();
            assertThat(trail.count(filter)).as("%s", filter).isEqualTo(expected.size());
            assertThat(trail.page(filter, Long.MAX_VALUE, 500)).extracting(AuditRow::number).isEqualTo(expected);
            assertThat(trail.page(filter, 60, 3))
                    .extracting(AuditRow::number)
                    .isEqualTo(expected.stream().filter(number -> number < 60).limit(3).toList());
            assertThat(trail.pageAfter(filter, 0, 500)).extracting(AuditRow::number).isEqualTo(expected);
            assertThat(trail.pageAfter(filter, 60, 3))
                    .extracting(AuditRow::number)
                    .isEqualTo(expected.reversed().stream().filter(number -> number > 60).limit(3).toList().reversed());
            assertThat(trail.histogram(filter, start, NOON.plus(Duration.ofDays(2)), Duration.ofMinutes(100)))
                    .as("%s", filter)
                    .isEqualTo(counted(all, filter, start, NOON.plus(Duration.ofDays(2)), Duration.ofMinutes(100)));
        }
    }

    @Test
    void whatOccursIsNamedTheMostFrequentFirst() {
        String one = "arn:aws:kms:us-east-1:123456789012:key/" + Samples.id(1);
        String other = "arn:aws:kms:us-east-1:123456789012:key/" + Samples.id(2);
        append("Encrypt", NOON, List.of(one));
        append("Decrypt", NOON.plusSeconds(1), List.of(other));
        append("Decrypt", NOON.plus(Duration.ofDays(2)), List.of(other, "arn:aws:iam::123456789012:user/eva"));

        AuditTrail.Attributes found = store.view().audit().attributes(2);

        assertThat(found.names()).containsExactly("Decrypt", "Encrypt");
        assertThat(found.keys()).containsExactly(other, one);
        assertThat(found.principals()).hasSize(1);
        assertThat(store.view().audit().attributes(1).names()).containsExactly("Decrypt");
    }

    @Test
    void usesAreCountedByKeyAndMonthEachEventOnce() {
        Instant january = Instant.parse("2026-01-31T23:00:00Z");
        String one = "arn:aws:kms:us-east-1:123456789012:key/" + Samples.id(1);
        String other = "arn:aws:kms:us-east-1:123456789012:key/" + Samples.id(2);
        append("Encrypt", january, List.of(one));
        append("Encrypt", january.plus(Duration.ofHours(2)), List.of(one));
        append("ReEncrypt", january.plus(Duration.ofHours(3)), List.of(one, other));
        append("ReEncrypt", january.plus(Duration.ofHours(3)), List.of(other, one));
        append("ListKeys", january.plus(Duration.ofHours(4)), List.of());
        append("QueryKeys", january.plus(Duration.ofHours(4)), List.of());
        // The clock goes back into January, and on into March.
        append("Encrypt", january.plus(Duration.ofMinutes(5)), List.of(other));
        append("Encrypt", january.plus(Duration.ofDays(40)), List.of(other));
        append("CreateUser", january.plus(Duration.ofHours(5)), List.of("arn:aws:iam::123456789012:user/eva"));
        Samples.append(store, Samples.refused("Encrypt", "AccessDeniedException", january));

        assertThat(store.view().audit()
                        .monthlyUse(Set.of("Encrypt", "ReEncrypt", "ListKeys"), YearMonth.of(2026, 1), YearMonth.of(2026, 2)))
                .containsExactly(
                        new MonthlyUse(YearMonth.of(2026, 1), one, "Encrypt", 1),
                        new MonthlyUse(YearMonth.of(2026, 1), other, "Encrypt", 1),
                        new MonthlyUse(YearMonth.of(2026, 2), "", "ListKeys", 1),
                        new MonthlyUse(YearMonth.of(2026, 2), one, "Encrypt", 1),
                        new MonthlyUse(YearMonth.of(2026, 2), one, "ReEncrypt", 1),
                        new MonthlyUse(YearMonth.of(2026, 2), other, "ReEncrypt", 1));
        assertThat(store.view().audit().monthlyUse(Set.of("Encrypt"), YearMonth.of(2025, 1), YearMonth.of(2025, 12)))
                .isEmpty();
    }

    private void append(String name, Instant time, List<String> resources) {
        AuditEvent event = event(name, Effect.USE, time, List.of());
        Samples.append(
                store,
                new AuditEvent(
                        event.time(), event.id(), event.requestId(), event.kind(), event.source(), event.name(),
                        event.effect(), event.actor(), resources, event.requestParameters(), event.responseElements(),
                        event.additional(), event.outcome(), event.changes()));
    }

    private static List<AuditTrail.Bucket> counted(
            List<AuditRow> rows, EventFilter filter, Instant from, Instant until, Duration width) {
        List<AuditTrail.Bucket> buckets = new ArrayList<>();
        for (Instant start = from; start.isBefore(until); start = start.plus(width)) {
            Instant first = start;
            Instant end = start.plus(width).isBefore(until) ? start.plus(width) : until;
            List<EventColumns> inside = rows.stream()
                    .filter(row -> !row.event().time().isBefore(first) && row.event().time().isBefore(end))
                    .map(row -> EventColumns.of(row.event()))
                    .filter(columns -> columns.matches(filter))
                    .toList();
            long denied = inside.stream().filter(one -> one.result() == EventFilter.Result.DENIED).count();
            long administration = inside.stream()
                    .filter(one -> one.result() != EventFilter.Result.DENIED && one.effect() == Effect.ADMINISTRATION)
                    .count();
            long reads = inside.stream()
                    .filter(one -> one.result() != EventFilter.Result.DENIED && one.effect() == Effect.READ)
                    .count();
            long use = inside.size() - denied - administration - reads;
            buckets.add(new AuditTrail.Bucket(start, use, administration, denied, reads));
        }
        return buckets;
    }
}
