package app.keyhold.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.OneStage;
import app.keyhold.desktop.settings.DesktopPreferences;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Through the file of the preferences, as from one start to the next.
@ExtendWith(ApplicationExtension.class)
class RememberedColumnsTest {
    @TempDir
    Path folder;

    private TableView<String> table;
    private Path file;
    private DesktopRobot robot;

    @Start
    void start(Stage stage) {
        table = table();
        var scene = new Scene(table, 600, 300);
        OneStage.show(stage, scene);
        stage.show();
        robot = new DesktopRobot(scene);
    }

    @BeforeEach
    void keep() {
        file = folder.resolve("desktop.properties");
        robot.run(() -> RememberedColumns.keep(table, DesktopPreferences.in(file).layout(), "test"));
    }

    private static TableView<String> table() {
        var table = new TableView<String>();
        for (String name : List.of("alias", "state", "created")) {
            var column = new TableColumn<String, String>(name);
            column.setId(name);
            column.setPrefWidth(100);
            table.getColumns().add(column);
        }
        return table;
    }

    private TableColumn<String, ?> column(TableView<String> table, String id) {
        return table.getColumns().stream().filter(found -> found.getId().equals(id)).findFirst().orElseThrow();
    }

    private LayoutMemory next() {
        return DesktopPreferences.in(file).layout();
    }

    @Test
    void comeBackAsTheyWereLeft() {
        robot.run(() -> {
            column(table, "alias").setPrefWidth(222);
            column(table, "created").setVisible(false);
            table.getColumns().add(0, table.getColumns().remove(1));
            column(table, "alias").setSortType(SortType.DESCENDING);
            table.getSortOrder().add(column(table, "alias"));
        });
        robot.waitFor("the note", () -> next().get("columns.test").filter(note -> note.contains("222")).isPresent());

        var again = table();
        robot.run(() -> RememberedColumns.keep(again, next(), "test"));

        assertThat(again.getColumns()).extracting(TableColumn::getId).containsExactly("state", "alias", "created");
        assertThat(column(again, "alias").getPrefWidth()).isEqualTo(222);
        assertThat(column(again, "created").isVisible()).isFalse();
        assertThat(again.getSortOrder()).extracting(TableColumn::getId).isEqualTo(List.of("alias"));
        assertThat(column(again, "alias").getSortType()).isEqualTo(SortType.DESCENDING);
    }

    @Test
    void aColumnTheNoteDoesNotKnowComesLast() {
        var memory = new LayoutMemory();
        memory.put("columns.test", "created=80,gone=30,alias=oops;gone+,state-");
        var again = table();
        robot.run(() -> RememberedColumns.keep(again, memory, "test"));

        assertThat(again.getColumns()).extracting(TableColumn::getId).containsExactly("created", "alias", "state");
        assertThat(again.getSortOrder()).extracting(TableColumn::getId).isEqualTo(List.of("state"));
    }
}
