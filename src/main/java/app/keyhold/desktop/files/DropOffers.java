package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.DropReceiver.Offer;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a drop on the window could do, one target each.
final class DropOffers {
    private static final Words WORDS = Words.of(DropOffers.class);
    static String encryptedAlready() {
        return WORDS.get("drop.encryptedAlready");
    }

    static String nothing() {
        return WORDS.get("drop.nothing");
    }

    private final SheetModel sheet;
    private final Formats formats;
    private final Taker taker;

    DropOffers(SheetModel sheet, Formats formats, Taker taker) {
        this.sheet = sheet;
        this.formats = formats;
        this.taker = taker;
    }

    List<Offer> of(Survey survey) {
        if (survey.isEmpty()) {
            return List.of(new Offer(
                    Tone.INFO,
                    WORDS.get("drop.either"),
                    WORDS.get("drop.looking"),
                    files -> taker.take(files, UnaryOperator.identity(), nothing())));
        }
        var offers = new ArrayList<Offer>();
        if (!survey.encrypt().isEmpty()) {
            offers.add(encrypt(survey, Form.EACH));
            if (survey.encrypt().isSeveral() && sheet.keyMissing().isEmpty()) {
                offers.add(encrypt(survey, Form.ARCHIVE));
            }
        }
        if (!survey.decrypt().isEmpty()) {
            var words = DropWords.decrypt(survey, formats);
            offers.add(new Offer(
                    Tone.INFO,
                    words.verb(),
                    words.detail(),
                    files -> taker.take(files, Survey::onlyEncrypted, WORDS.get("drop.noneEncrypted"))));
        }
        return offers;
    }

    /// Refused or not, the sheet that opens says what is missing.
    private Offer encrypt(Survey survey, Form form) {
        var words = DropWords.encrypt(survey, sheet, form, formats);
        var missing = sheet.keyMissing();
        return new Offer(
                missing.isPresent() ? Tone.BAD : Tone.INFO,
                missing.isPresent() ? WORDS.get("drop.cannot") : words.verb(),
                missing.orElse(words.detail()),
                files -> {
                    sheet.formProperty().set(form);
                    taker.take(files, Survey::onlyPlain, encryptedAlready());
                });
    }

    /// Takes part of what was dropped.
    interface Taker {
        /// @param nothing said when that part is empty
        void take(List<Path> files, UnaryOperator<Survey> part, String nothing);
    }
}
