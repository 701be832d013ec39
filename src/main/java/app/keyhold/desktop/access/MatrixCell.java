package app.keyhold.desktop.access;

import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.Holder;
import app.keyhold.kms.operation.screen.QueryAccess.Cell;
import java.util.List;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How far one holder gets with a key. Its badge is made once, and told what has come into the cell.
final class MatrixCell extends TableCell<MatrixRow, List<Cell>> {
    private static final Words WORDS = Words.of(MatrixCell.class);

    private final Holder holder;
    private final int at;
    private final StateBadge badge = new StateBadge(Tone.OFF, "", Feather.MINUS);

    /// @param at the holder's place in the row's cells
    MatrixCell(Holder holder, int at) {
        this.holder = holder;
        this.at = at;
    }

    @Override
    protected void updateItem(@Nullable List<Cell> cells, boolean empty) {
        super.updateItem(cells, empty);
        boolean there = !empty && cells != null && cells.size() > at;
        badge.setVisible(there);
        setText(!there && !empty ? WORDS.get("matrix.waiting") : null);
        if (there && cells != null) {
            LevelWords.show(cells.get(at), badge);
            setGraphic(badge);
            setAccessibleText(WORDS.get("matrix.cell", holder.name(), LevelWords.word(cells.get(at))));
        } else {
            setAccessibleText("");
        }
    }
}
