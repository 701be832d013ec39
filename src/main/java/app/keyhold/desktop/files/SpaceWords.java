package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import java.util.List;
import java.util.stream.Collectors;

/// What is needed against what is free: `1.9 GB needed, 79.7 GB free`.
final class SpaceWords {
    private static final Words WORDS = Words.of(SpaceWords.class);
    private SpaceWords() {}

    static String of(Survey survey, List<Room> rooms, Formats formats) {
        if (rooms.isEmpty()) {
            return WORDS.get("space.needed", formats.bytes(survey.bytes()));
        }
        return rooms.stream()
                .map(room -> WORDS.get(
                        rooms.size() > 1 ? "space.neededAt" : "space.neededFree",
                        formats.bytes(room.needed()),
                        formats.bytes(room.free()),
                        room.place()))
                .collect(Collectors.joining("\n"));
    }
}
