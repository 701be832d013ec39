/// One command, one file: it parses its arguments, asks, and prints. `Commands` puts them together.
@NullMarked
package app.keyhold.cli.command;

import org.jspecify.annotations.NullMarked;
