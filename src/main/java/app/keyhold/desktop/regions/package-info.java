/// The Regions of the vault: where each lies, how it stands, which keys are replicated there, and which is the home.
@NullMarked
package app.keyhold.desktop.regions;

import org.jspecify.annotations.NullMarked;
