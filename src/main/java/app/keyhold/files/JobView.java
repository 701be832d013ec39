package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One file of a batch at one moment.
///
/// @param name the source below what was handed over: `letters/2026/may.txt`
/// @param phase empty unless the file is being worked on
/// @param target empty until the file is done
/// @param failure there if the state is [JobState#FAILED]
/// @param problems what there is to tell although the file is done
public record JobView(
        long id,
        long batchId,
        Path source,
        String name,
        JobState state,
        Optional<Phase> phase,
        Pace pace,
        Optional<Path> target,
        Optional<FileException> failure,
        List<Problem> problems) {}
