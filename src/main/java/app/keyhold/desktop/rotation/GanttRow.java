package app.keyhold.desktop.rotation;

/// A line of the Gantt.
sealed interface GanttRow permits Lane, GanttRow.Heading {
    /// Over the keys of one group.
    record Heading(String title, int count) implements GanttRow {}
}
