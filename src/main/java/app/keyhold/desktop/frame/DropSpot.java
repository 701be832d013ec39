package app.keyhold.desktop.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// A place inside a screen that takes files itself: a key in the list, a key's pane.
@FunctionalInterface
public interface DropSpot {
    /// What a drop here would do; empty where it is no place for files at the moment.
    Optional<DropReceiver.Offer> offer(List<Path> files);

    /// Makes a node such a place, with everything in it.
    static void on(Node node, DropSpot spot) {
        node.getProperties().put(DropSpot.class, spot);
    }

    /// The innermost place around what the pointer is over.
    static Optional<Found> above(Node under, List<Path> files) {
        for (Node at = under; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(DropSpot.class) instanceof DropSpot spot) {
                var offer = spot.offer(files);
                if (offer.isPresent()) {
                    return Optional.of(new Found(at, offer.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// @param node what lights up
    record Found(Node node, DropReceiver.Offer offer) {}
}
