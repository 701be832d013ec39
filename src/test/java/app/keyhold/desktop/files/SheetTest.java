package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Collision;
import app.keyhold.files.Destination;
import app.keyhold.files.Form;
import app.keyhold.files.Inspection;
import app.keyhold.files.Original;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sheet's model: no toolkit, no files.
class SheetTest {
    private static final KeyChoice PAYROLL = key("payroll");
    private static final KeyChoice MY_FILES = key("my-files");
    private static final KeyChoice PHOTOS = key("photos");

    private final DesktopPreferences preferences = DesktopPreferences.inMemory();
    private final SheetModel sheet = new SheetModel(preferences);

    @BeforeEach
    void keysCome() {
        show(PAYROLL, MY_FILES, PHOTOS);
    }

    @Test
    void beginsWithTheKeyForFiles() {
        assertThat(sheet.keyProperty().get()).contains(MY_FILES);
    }

    @Test
    void beginsWithTheKeyLastUsed() {
        preferences.lastKeyProperty().set("photos");
        var next = new SheetModel(preferences);
        next.showKeys(List.of(PAYROLL, MY_FILES, PHOTOS), Map.of());

        assertThat(next.keyProperty().get()).contains(PHOTOS);
    }

    @Test
    void aKeyNamedBeforeTheKeysCameIsChosenWhenTheyDo() {
        var next = new SheetModel(preferences);
        next.choose(PAYROLL.keyId());
        next.showKeys(List.of(PAYROLL, MY_FILES), Map.of());

        assertThat(next.keyProperty().get()).contains(PAYROLL);
    }

    @Test
    void everyFurtherKeyIsAnotherOne() {
        sheet.addFurther();
        sheet.addFurther();
        sheet.addFurther();

        assertThat(sheet.recipients()).containsExactly(MY_FILES, PAYROLL, PHOTOS);
        assertThat(sheet.canAddFurther()).isFalse();
    }

    @Test
    void aKeyChosenTwiceCountsOnce() {
        sheet.addFurther();
        sheet.further().getFirst().set(MY_FILES);

        assertThat(sheet.recipients()).containsExactly(MY_FILES);
    }

    @Test
    void aFurtherKeyThatIsGoneLeavesTheSheet() {
        sheet.addFurther();
        show(MY_FILES, PHOTOS);

        assertThat(sheet.recipients()).containsExactly(MY_FILES);
    }

    @Test
    void allKeysAndChoicesGoIntoTheOrder() {
        sheet.addFurther();
        sheet.context().getFirst().valueProperty().set("archive");
        sheet.folderProperty().set(Optional.of(Path.of("out")));
        sheet.collisionProperty().set(Collision.SKIP);
        sheet.originalProperty().set(Original.BIN);
        sheet.hideNamesProperty().set(true);

        var order = encrypt(file("a.txt"));

        assertThat(order.sealing().keyIds()).containsExactly(MY_FILES.arn(), PAYROLL.arn());
        assertThat(order.sealing().context()).containsExactly(Map.entry("purpose", "archive"));
        assertThat(order.destination()).isEqualTo(Destination.folder(Path.of("out")));
        assertThat(order.collision()).isEqualTo(Collision.SKIP);
        assertThat(order.original()).isEqualTo(Original.BIN);
        assertThat(order.hideNames()).isTrue();
        assertThat(order.verify()).isTrue();
    }

    @Test
    void fewThingsHaveARowEachAndManyShareOne() {
        assertThat(orders(plain(8))).hasSize(8).allSatisfy(order -> assertThat(order.sources()).hasSize(1));
        assertThat(orders(plain(9))).singleElement().satisfies(order -> assertThat(order.sources()).hasSize(9));
    }

    @Test
    void anArchiveIsOneOrder() {
        sheet.formProperty().set(Form.ARCHIVE);

        var order = encrypt(file("a.txt"), file("b.txt"));

        assertThat(order.form()).isEqualTo(Form.ARCHIVE);
        assertThat(order.sources()).hasSize(2);
    }

    @Test
    void aSingleFileIsNoArchiveWhateverWasChosenBefore() {
        sheet.formProperty().set(Form.ARCHIVE);

        assertThat(encrypt(file("a.txt")).form()).isEqualTo(Form.EACH);
        assertThat(encrypt(new Survey.Source(Path.of("folder"), true, 1, 5, List.of())).form()).isEqualTo(Form.ARCHIVE);
    }

    @Test
    void onlyWhatIsNamedSoIsExtracted() {
        var survey = decrypting(sealed("photos.tar.khd", true), sealed("plan.docx.khd", true));

        sheet.extractProperty().set(true);
        assertThat(decrypts(survey, false)).extracting(BatchOrder.Decrypt::extract).containsExactly(true, false);
        sheet.extractProperty().set(false);
        assertThat(decrypts(survey, false)).extracting(BatchOrder.Decrypt::extract).containsExactly(false, false);
    }

    @Test
    void encryptedFilesArePutUnderTheChosenKeysInPlaceOfBeingDecrypted() {
        var survey = decrypting(sealed("plan.docx.khd", true));
        sheet.keyProperty().set(Optional.of(PHOTOS));
        sheet.reencryptProperty().set(true);

        assertThat(sheet.needsKey(survey)).isTrue();
        assertThat(new SheetOrders(sheet, false).of(survey)).singleElement().satisfies(order -> {
            assertThat(order).isInstanceOf(BatchOrder.Reencrypt.class);
            assertThat(((BatchOrder.Reencrypt) order).keyIds()).containsExactly(PHOTOS.arn());
            assertThat(((BatchOrder.Reencrypt) order).onlyOlder()).isFalse();
        });
        assertThat(DropWords.button(survey, sheet)).isEqualTo("Put 1 file under photos");

        sheet.started();
        assertThat(decrypts(survey, false)).hasSize(1);
    }

    @Test
    void whatDoesNotCommitIsOpenedOnlyIfThatWasSaid() {
        var survey = decrypting(sealed("plan.docx.khd", true), sealed("old.khd", false));

        assertThat(survey.decrypt().uncommitted()).extracting(Inspection::file).containsExactly(Path.of("old.khd"));
        assertThat(survey.onlyCommitted().decrypt().sources()).containsExactly(Path.of("plan.docx.khd"));
        assertThat(decrypts(survey, false)).noneMatch(BatchOrder.Decrypt::allowUncommitted);
        assertThat(decrypts(survey, true)).allMatch(BatchOrder.Decrypt::allowUncommitted);
    }

    @Test
    void theKeyIsForNextTimeAndTheRestForOnce() {
        sheet.choose(PHOTOS.keyId());
        sheet.addFurther();
        sheet.formProperty().set(Form.ARCHIVE);
        sheet.originalProperty().set(Original.BIN);

        sheet.started();

        assertThat(sheet.originalProperty().get()).isEqualTo(Original.KEEP);
        assertThat(sheet.formProperty().get()).isEqualTo(Form.EACH);
        assertThat(sheet.recipients()).containsExactly(PHOTOS);
        assertThat(preferences.lastKeyProperty().get()).isEqualTo("photos");
    }

    @Test
    void saysWhereThereIsNotEnoughRoom() {
        var survey = encrypting(file("a.txt"));
        assertThat(sheet.problem(survey)).isEmpty();

        sheet.roomsProperty().set(List.of(new Room(Path.of("stick"), 2_000, 1_000), new Room(Path.of("disk"), 1, 9)));

        assertThat(sheet.problem(survey)).contains("There is not enough room at stick. Choose another folder.");
    }

    @Test
    void aFileToDecryptTellsKeyMaterialContextAndSuite() {
        var keys = Map.of(MY_FILES.arn(), new VaultKey(MY_FILES.arn(), "my-files", Optional.empty()));
        var facts = DecryptionFacts.of(
                decrypting(sealed("plan.docx.khd", true)).decrypt(), keys, new Formats(Clock.systemUTC()));

        assertThat(facts).extracting(DecryptionFacts::name).containsExactly("Key", "Material", "Context", "Suite");
        assertThat(facts)
                .extracting(DecryptionFacts::value)
                .containsExactly("my-files", "4014aaaaaaaa…", "purpose = archive", "0478, commits to its key");
    }

    @Test
    void aFileOfAnotherVaultSaysSoBeforeAnythingIsAsked() {
        var keys = Map.of(PHOTOS.arn(), new VaultKey(PHOTOS.arn(), "photos", Optional.empty()));
        var facts = DecryptionFacts.of(
                decrypting(sealed("plan.docx.khd", false)).decrypt(), keys, new Formats(Clock.systemUTC()));

        assertThat(facts).filteredOn(DecryptionFacts::warning).extracting(DecryptionFacts::value)
                .containsExactly(
                        "No key of this vault opens it. Open the vault it was encrypted in.",
                        "It does not commit to the key; you are asked first.");
    }

    private void show(KeyChoice... keys) {
        sheet.showKeys(List.of(keys), Map.of());
    }

    private BatchOrder.Encrypt encrypt(Survey.Source... sources) {
        return (BatchOrder.Encrypt) orders(encrypting(sources)).getFirst();
    }

    private List<BatchOrder.Decrypt> decrypts(Survey survey, boolean allow) {
        return new SheetOrders(sheet, allow).of(survey).stream().map(BatchOrder.Decrypt.class::cast).toList();
    }

    private List<BatchOrder> orders(Survey survey) {
        return new SheetOrders(sheet, false).of(survey);
    }

    private static Survey encrypting(Survey.Source... sources) {
        return new Survey(new Survey.Group(List.of(sources)), Survey.Group.EMPTY, false);
    }

    private static Survey decrypting(Survey.Source... sources) {
        return new Survey(Survey.Group.EMPTY, new Survey.Group(List.of(sources)), false);
    }

    private static Survey plain(int files) {
        var all = new ArrayList<Survey.Source>();
        for (int i = 0; i < files; i++) {
            all.add(file("file-" + i));
        }
        return encrypting(all.toArray(Survey.Source[]::new));
    }

    private static Survey.Source file(String name) {
        return new Survey.Source(Path.of(name), false, 1, 5, List.of());
    }

    private static Survey.Source sealed(String name, boolean committing) {
        var header = new Inspection(
                Path.of(name),
                2,
                committing ? "0478" : "0178",
                "suite",
                committing,
                false,
                "id",
                Map.of("purpose", "archive", "aws-crypto-public-key", "hidden"),
                List.of(new Inspection.WrappingKey("aws-kms", MY_FILES.arn(), Optional.of("4014" + "a".repeat(60)))),
                4096,
                100,
                50,
                50,
                0,
                10);
        return new Survey.Source(Path.of(name), false, 1, 5, List.of(header));
    }

    private static KeyChoice key(String name) {
        return new KeyChoice("id-" + name, "arn:aws:kms:us-east-1:111122223333:key/id-" + name, name, "Symmetric");
    }
}
