/// Names for keys. An alias is looked up where a request names it, so moving one moves every later call.
@NullMarked
package app.keyhold.kms.operation.alias;

import org.jspecify.annotations.NullMarked;
