package app.keyhold.export;

import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.vault.operation.QueryCheckpoints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Writes events oldest first, in constant memory. The timeline is read newest first, so it is walked down once to learn
/// where its pages begin and up again to write them; what happens meanwhile is not part of it.
public final class TimelineExport {
    /// Events asked for at once.
    public static final int PAGE = 1_000;

    private final Client client;
    private final String session;
    private final Pages pages;

    /// The request for the [#PAGE] newest events below a number; below nothing, the newest of all.
    @FunctionalInterface
    public interface Pages {
        LookupEvents.Request below(Optional<Long> number);
    }

    /// @param session audited once under this name
    /// @param pages which events are meant
    public TimelineExport(Client client, String session, Pages pages) {
        this.client = client;
        this.session = session;
        this.pages = pages;
    }

    /// Every event there is, so that a stranger can follow the whole chain.
    public static Pages everything(String session) {
        return number -> new LookupEvents.Request(
                session, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), number, PAGE);
    }

    /// @param out flushed at the end, not closed
    /// @return how many events were written
    public long write(TimelineForm form, OutputStream out) throws IOException {
        EventWriter writer = form.writer(out, () -> client.call(new QueryCheckpoints.Request(session)));
        Deque<Long> tops = tops();
        long count = 0;
        writer.begin();
        while (!tops.isEmpty()) {
            for (Event event : page(Optional.of(tops.pop())).reversed()) {
                writer.write(event);
                count++;
            }
        }
        writer.end();
        out.flush();
        return count;
    }

    /// Of each page the number above its newest event, the oldest page's first.
    private Deque<Long> tops() {
        Deque<Long> tops = new ArrayDeque<>();
        Optional<Long> below = Optional.empty();
        List<Event> page;
        do {
            page = page(below);
            if (!page.isEmpty()) {
                tops.push(page.getFirst().number() + 1);
                below = Optional.of(page.getLast().number());
            }
        } while (page.size() == PAGE);
        return tops;
    }

    private List<Event> page(Optional<Long> below) {
        return client.call(pages.below(below)).events();
    }
}
