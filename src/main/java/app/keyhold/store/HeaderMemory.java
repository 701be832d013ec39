package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import java.util.Optional;

/// What a Region remembers of the vault's header, so that an older one put back in its place is noticed.
///
/// Changing the header takes two transactions around one rename: [#announce] in the transaction of the change itself,
/// then the file is replaced, then [#confirm]. Between the two the header on disk may be either; afterwards only the new.
///
/// @param current the header known to be in place; empty before the first
/// @param pending one announced and not confirmed
public record HeaderMemory(Optional<HeaderSeen> current, Optional<HeaderSeen> pending) {
    public static HeaderMemory of(View view) {
        return view.setting(SettingNames.HEADER_SEEN).map(HeaderMemory::parse).orElse(new HeaderMemory(Optional.empty(), Optional.empty()));
    }

    /// Whether the change is one of what a Region remembers of the header.
    public static boolean isOf(Change change) {
        return change.kind().equals(RowDigest.SETTING) && change.identity().equals(SettingNames.HEADER_SEEN);
    }

    /// Whether a header with this generation and hash may be opened.
    public boolean accepts(HeaderSeen found) {
        return current.isEmpty() && pending.isEmpty()
                || current.filter(found::equals).isPresent()
                || pending.filter(found::equals).isPresent();
    }

    public static void announce(UnitOfWork work, HeaderSeen next) {
        work.putSetting(SettingNames.HEADER_SEEN, new HeaderMemory(of(work).current(), Optional.of(next)).text());
    }

    /// `found` is the header that is on disk now; whatever else was announced is forgotten.
    public static void confirm(UnitOfWork work, HeaderSeen found) {
        work.putSetting(SettingNames.HEADER_SEEN, new HeaderMemory(Optional.of(found), Optional.empty()).text());
    }

    private String text() {
        return text(current) + ";" + text(pending);
    }

    private static String text(Optional<HeaderSeen> seen) {
        return seen.map(one -> one.generation() + ":" + one.sha256().hex()).orElse("");
    }

    private static HeaderMemory parse(String text) {
        int middle = text.indexOf(';');
        return new HeaderMemory(seen(text.substring(0, middle)), seen(text.substring(middle + 1)));
    }

    private static Optional<HeaderSeen> seen(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int middle = text.indexOf(':');
        return Optional.of(
                new HeaderSeen(Long.parseLong(text.substring(0, middle)), Blob.ofHex(text.substring(middle + 1))));
    }
}
