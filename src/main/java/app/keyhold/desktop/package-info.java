/// The desktop, after the AWS console: a folder per screen, each a Model (observable state, no controls), an FXML view
/// beside its Controller, which binds the two. Screens speak to the vault through [app.keyhold.kms.Client] alone.
@NullMarked
package app.keyhold.desktop;

import org.jspecify.annotations.NullMarked;
