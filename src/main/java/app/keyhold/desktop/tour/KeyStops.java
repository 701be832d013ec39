package app.keyhold.desktop.tour;

import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.keys.KeysController;
import app.keyhold.desktop.keys.grant.GrantsController;
import app.keyhold.desktop.keys.material.CryptographyController;
import app.keyhold.desktop.keys.names.NamesController;
import app.keyhold.desktop.keys.policy.PolicyController;
import app.keyhold.desktop.keys.trial.TryItController;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.vault.OpenVault;
import java.util.Comparator;

/// The stops among the keys: every tab of one, and the way to a new one.
final class KeyStops {
    private final OpenVault vault;
    private final SampleFiles samples;
    private final Hands hands;
    private final Route route;
    private String keyId = "";

    KeyStops(OpenVault vault, SampleFiles samples, Hands hands, Route route) {
        this.vault = vault;
        this.samples = samples;
        this.hands = hands;
        this.route = route;
    }

    void add() {
        route.apart(this::chooseKey);
        route.step(() -> hands.frame().navigator().open(Place.KEYS, keyId));
        route.picture("keys", () -> {});
        tab("crypto", CryptographyController.class, "crypto.title");
        tab("policy", PolicyController.class, "policy.title");
        tab("grants", GrantsController.class, "grants.title");
        tab("rotation", KeysController.class, "rotation.title");
        tab("files", KeysController.class, "files.title");
        tab("names", NamesController.class, "names.title");
        tab("try-it", TryItController.class, "trial.title");
        tab("history", KeysController.class, "history.title");
        route.step(() -> hands.showTab(GrantsController.class, "grants.title"));
        route.picture("keys-create-grant", () -> hands.press("#create-grant"));
        route.step(hands::closeOverlay);
        policy();
        createKey();
        drops();
    }

    private void policy() {
        route.step(() -> hands.showTab(PolicyController.class, "policy.title"));
        route.picture("keys-policy-json", () -> hands.press("#json"));
        route.step(() -> hands.press("#form"));
        route.step(() -> hands.press("#add-statement"));
        route.picture("keys-policy-save", () -> hands.press("#save-key-policy"));
        route.step(hands::closeOverlay);
        route.step(() -> hands.press("#revert-key-policy"));
    }

    /// All five steps of a key whose material is brought along, and the steps of bringing it.
    private void createKey() {
        route.step(() -> hands.command(KeysController.class, "command.create"));
        route.picture("keys-create", () -> hands.press("#advanced"));
        route.step(() -> hands.chooseOf(".create-key #source", 1));
        route.step(() -> hands.press(".create-key #next"));
        route.picture("keys-create-2-name", () -> hands.write(".create-key #name", "brought-along"));
        route.picture("keys-create-3-who", () -> hands.press(".create-key #more"));
        route.picture("keys-create-4-life", () -> hands.press(".create-key #next"));
        route.picture("keys-create-5-review", () -> hands.press(".create-key #next"));
        route.picture("keys-import-1-way", () -> hands.press(".create-key #next"));
        route.step(() -> hands.press("#elsewhere"));
        route.picture("keys-import-2-parameters", () -> hands.press(".import-material #next"));
        route.picture("keys-import-3-wrap", () -> hands.press(".import-material #next"));
        route.picture("keys-import-4-wrapped", () -> hands.press(".import-material #next"));
        route.step(hands::closeOverlay);
    }

    private void tab(String name, Class<?> of, String words) {
        route.picture("keys-" + name, () -> hands.showTab(of, words));
    }

    /// A key that takes files, and one that says why it does not.
    private void drops() {
        route.step(() -> hands.frame().navigator().open(Place.KEYS, keyId));
        route.step(() -> hands.showTab(KeysController.class, "overview.title"));
        route.picture("keys-drop", () -> hands.row("alias/payroll").ifPresent(row -> hands.hover(row, samples.some())));
        route.picture("keys-drop-refused", () -> hands.row("alias/release-signing").ifPresent(row -> hands.hover(row, samples.some())));
        route.step(() -> hands.frame().hoverEnds());
    }

    /// The key with most names has most to show.
    private void chooseKey() {
        keyId = vault.client().call(new QueryKeys.Request("tour")).keys().stream()
                .max(Comparator.comparingInt(key -> key.aliases().size()))
                .map(QueryKeys.KeyRow::keyId)
                .orElseThrow();
    }
}
