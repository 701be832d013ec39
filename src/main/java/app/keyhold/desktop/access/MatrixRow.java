package app.keyhold.desktop.access;

import app.keyhold.kms.operation.screen.QueryAccess.Cell;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A key in the matrix. Its cells arrive once it is looked at.
public final class MatrixRow {
    private final String keyId;
    private final String name;
    private final ReadOnlyObjectWrapper<List<Cell>> cells = new ReadOnlyObjectWrapper<>(List.of());
    private boolean wanted;

    MatrixRow(String keyId, String name) {
        this.keyId = keyId;
        this.name = name;
    }

    public String keyId() {
        return keyId;
    }

    public String name() {
        return name;
    }

    /// Empty until they are there; in the order of the columns.
    public ReadOnlyObjectProperty<List<Cell>> cellsProperty() {
        return cells.getReadOnlyProperty();
    }

    void fill(List<Cell> found) {
        cells.set(found);
    }

    boolean isWanted() {
        return wanted;
    }

    void want() {
        wanted = true;
    }
}
