/// New material for symmetric keys: by schedule or on demand, with every older material kept for what it sealed.
@NullMarked
package app.keyhold.kms.operation.rotation;

import org.jspecify.annotations.NullMarked;
