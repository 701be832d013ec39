/// Administration of the vault as operations of the one door: people and their keyslots, the recovery sheet, moving to a
/// new root key, backup, health. What changes the header announces it to the database first, replaces the file, then
/// confirms, so that a crash between any two steps is finished or undone by the next unlock.
@NullMarked
package app.keyhold.vault.operation;

import org.jspecify.annotations.NullMarked;
