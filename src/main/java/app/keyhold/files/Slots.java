package app.keyhold.files;

import java.util.ArrayDeque;
import java.util.Queue;

/// How much is worked on at once. Whoever came first is served first, however much they want. Safe for use by several
/// threads.
final class Slots {
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int free;

    private static final class Turn {
        /// Free slots to wait for, which may be more than are taken.
        private final int enough;

        private Turn(int enough) {
            this.enough = enough;
        }
    }

    Slots(int all) {
        this.free = all;
    }

    void take(int slots) throws InterruptedException {
        take(slots, slots);
    }

    /// If there are too few, waits until there are `many`: nobody is woken for each that is given back.
    synchronized void take(int slots, int many) throws InterruptedException {
        var turn = new Turn(free < slots ? Math.max(slots, many) : slots);
        waiting.add(turn);
        try {
            while (waiting.peek() != turn || free < turn.enough) {
                wait();
            }
            free -= slots;
        } finally {
            waiting.remove(turn);
            wakeNext();
        }
    }

    synchronized void giveBack(int slots) {
        free += slots;
        wakeNext();
    }

    private void wakeNext() {
        var next = waiting.peek();
        if (next != null && free >= next.enough) {
            notifyAll();
        }
    }
}
