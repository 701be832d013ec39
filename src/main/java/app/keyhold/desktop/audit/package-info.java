/// The audit timeline: a histogram to find the time, a list to find the event, a pane that says why it was allowed or denied
/// and where it stands in the chain, and a badge that says what the chain was last seen to show.
@NullMarked
package app.keyhold.desktop.audit;

import org.jspecify.annotations.NullMarked;
