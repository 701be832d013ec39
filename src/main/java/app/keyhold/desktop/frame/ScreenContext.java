package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.kms.Client;
import app.keyhold.vault.OpenVault;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/// What a screen of an open vault is made with.
public record ScreenContext(
        OpenVault vault,
        Background background,
        Clock clock,
        Formats formats,
        Navigation navigation,
        Overlay overlay,
        Notices notices,
        SessionStatus status,
        UndoStack undo,
        SecretClipboard secrets,
        DesktopPreferences preferences) {
    public Client client() {
        return vault.client();
    }

    /// A name for one opening of a screen, for its queries: audited once per name.
    public static String screenSession(Place place) {
        return place.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    }
}
