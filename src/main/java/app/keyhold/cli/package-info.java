/// The command line. `Cli` parses, a command in `command` asks the door or a room and hands the answer to `Shell`, which
/// prints it as text or JSON; `Failure` turns whatever went wrong into words and an exit code. Results go to stdout,
/// everything else to stderr, and nothing here loads JavaFX.
@NullMarked
package app.keyhold.cli;

import org.jspecify.annotations.NullMarked;
