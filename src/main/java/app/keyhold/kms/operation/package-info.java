/// The operations of the KMS API, one file each, in a package per family; [Operations] is the list of them.
@NullMarked
package app.keyhold.kms.operation;

import org.jspecify.annotations.NullMarked;
