package app.keyhold.desktop.frame;

import java.util.Optional;

/// Where a person was: a screen, and what was open in it.
public record Visit(Place place, Optional<Subject> subject) {
    boolean isSame(Visit other) {
        return place == other.place && subject.map(Subject::id).equals(other.subject.map(Subject::id));
    }
}
