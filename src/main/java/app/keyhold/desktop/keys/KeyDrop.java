package app.keyhold.desktop.keys;

import app.keyhold.desktop.files.KeyFit;
import app.keyhold.desktop.frame.DropReceiver.Offer;
import app.keyhold.desktop.frame.DropSpot;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A key as a place for files: they are encrypted with it, or it says why not.
final class KeyDrop implements DropSpot {
    private static final Words WORDS = Words.of(KeyDrop.class);

    private final ScreenContext context;
    private final Supplier<Optional<KeyRow>> key;

    /// @param key what stands there at the moment
    KeyDrop(ScreenContext context, Supplier<Optional<KeyRow>> key) {
        this.context = context;
        this.key = key;
    }

    @Override
    public Optional<Offer> offer(List<Path> files) {
        return key.get().map(row -> KeyFit.refusal(row, context.formats())
                .map(why -> refusal(row, why))
                .orElseGet(() -> new Offer(
                        Tone.INFO,
                        WORDS.get("drop.encrypt", KeyFit.name(row)),
                        names(files),
                        dropped -> context.navigation().encrypt(dropped, row.keyId()))));
    }

    private Offer refusal(KeyRow row, String why) {
        String verb = WORDS.get("drop.not", KeyFit.name(row));
        return new Offer(Tone.BAD, verb, why, _ -> context.notices().toast(Tone.WARN, WORDS.get("drop.why", verb, why)));
    }

    /// `plan.docx and 2 more`
    private static String names(List<Path> files) {
        Path first = files.getFirst();
        String name = String.valueOf(first.getFileName() == null ? first : first.getFileName());
        return files.size() == 1 ? name : WORDS.get("drop.andMore", name, files.size() - 1);
    }
}
