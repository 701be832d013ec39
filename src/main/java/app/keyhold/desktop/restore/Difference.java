package app.keyhold.desktop.restore;

import app.keyhold.desktop.part.Tone;
import app.keyhold.kms.operation.screen.QueryContents.Content;
import org.kordamp.ikonli.feather.Feather;

/// How a key in a backup stands to the same key today.
enum Difference {
    /// Changed since: the backup brings an earlier state back.
    OLDER(Tone.WARN, Feather.ROTATE_CCW),
    /// The vault of today is behind the backup.
    NEWER(Tone.INFO, Feather.FAST_FORWARD),
    ONLY_BACKUP(Tone.OK, Feather.PLUS),
    ONLY_TODAY(Tone.WARN, Feather.MINUS),
    SAME(Tone.OFF, Feather.CHECK);

    private final Tone tone;
    private final Feather glyph;

    Difference(Tone tone, Feather glyph) {
        this.tone = tone;
        this.glyph = glyph;
    }

    static Difference between(Content then, Content now) {
        if (then.version().equals(now.version())) {
            return SAME;
        }
        return then.changedBy() < now.changedBy() ? OLDER : NEWER;
    }

    Tone tone() {
        return tone;
    }

    Feather glyph() {
        return glyph;
    }
}
