/// What an action is called in the KMS API, and how a program would ask for it. It knows no key and no screen.
@NullMarked
package app.keyhold.desktop.keys.api;

import org.jspecify.annotations.NullMarked;
