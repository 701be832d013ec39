package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import java.util.List;
import java.util.stream.Collectors;

/// What is needed against what is free: `1.9 GB needed, 79.7 GB free`.
final class SpaceWords {
    private SpaceWords() {}

    static String of(Survey survey, List<Room> rooms, Formats formats) {
        if (rooms.isEmpty()) {
            return formats.bytes(survey.bytes()) + " needed";
        }
        return rooms.stream()
                .map(room -> formats.bytes(room.needed()) + " needed, " + formats.bytes(room.free()) + " free"
                        + (rooms.size() > 1 ? " at " + room.place() : ""))
                .collect(Collectors.joining("\n"));
    }
}
