/// Keys, their materials, aliases and tags as immutable values, with the names of the KMS API.
@NullMarked
package app.keyhold.kms.key;

import org.jspecify.annotations.NullMarked;
