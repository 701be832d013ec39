/// The key policy: its document as a form and as text, what a change of it means, and saving it.
@NullMarked
package app.keyhold.desktop.keys.policy;

import org.jspecify.annotations.NullMarked;
