package app.keyhold.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which results of a batch would have one name: `a/x` and `b/x` in one folder. They are made one after the other, in the
/// order they were handed over, and none takes another's place.
final class Claims {
    private final BatchOrder order;
    private final Set<Path> names = new HashSet<>();
    private final Map<Path, Job> newest = new HashMap<>();

    Claims(BatchOrder order) {
        this.order = order;
    }

    /// With a failure if it would replace what the same batch makes.
    FolderWalk.Found checked(FolderWalk.Found found) {
        boolean replaces = order.collision() == Collision.REPLACE && !(order instanceof BatchOrder.Reencrypt);
        var target = target(found).filter(name -> !names.add(name)).filter(_ -> replaces);
        return target.map(name -> found.failing(Failures.of(name).claimed())).orElse(found);
    }

    /// The one to wait for; to be asked once for each job, in order.
    Optional<Job> before(Job job) {
        return target(job.found()).flatMap(name -> Optional.ofNullable(newest.put(name, job)));
    }

    /// Empty where nobody knows before the work is done.
    Optional<Path> target(FolderWalk.Found found) {
        return switch (order) {
            case BatchOrder.Encrypt it when it.hideNames() || it.form() == Form.ARCHIVE -> Optional.empty();
            case BatchOrder.Encrypt _ -> Optional.of(target(found, Names.encrypted(found.source())));
            case BatchOrder.Decrypt it when it.extract() ->
                Optional.of(target(found, Names.extracted(found.source())));
            case BatchOrder.Decrypt _ -> Optional.of(target(found, Names.decrypted(found.source())));
            case BatchOrder.Reencrypt _ -> Optional.of(Note.absolute(found.source()));
        };
    }

    private Path target(FolderWalk.Found found, Path name) {
        return Target.of(found.source(), found.destination(), name, order.collision()).path().normalize();
    }
}
