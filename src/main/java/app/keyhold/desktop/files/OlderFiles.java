package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Background;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import app.keyhold.kms.operation.screen.QueryFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Known files that are still on older material, and are where the vault knows them to be. Offered once while the window
/// is open.
final class OlderFiles {
    private static final int PAGE = 1_000;

    private final Client client;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Path>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private boolean settled;

    OlderFiles(Client client, Background background) {
        this.client = client;
        this.background = background;
    }

    ReadOnlyObjectProperty<List<Path>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// Whoever may not know is offered nothing.
    ///
    /// @param screenSession what the query is audited under
    void look(String screenSession) {
        if (!settled) {
            background.run(() -> read(screenSession), found -> offered.set(settled ? List.of() : found), _ -> {});
        }
    }

    /// To be re-encrypted, or not now: offered no more.
    List<Path> settle() {
        settled = true;
        List<Path> those = offered.get();
        offered.set(List.of());
        return those;
    }

    private List<Path> read(String screenSession) {
        var found = new ArrayList<Path>();
        Optional<String> marker = Optional.empty();
        do {
            var page = client.call(
                    new QueryFiles.Request(screenSession, Optional.empty(), Optional.of(true), marker, PAGE));
            page.files().stream()
                    .map(File::path)
                    .flatMap(Optional::stream)
                    .map(Path::of)
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(found::add);
            marker = page.nextMarker();
        } while (marker.isPresent());
        return found.stream().distinct().toList(); // a file is known for each of its keys
    }
}
