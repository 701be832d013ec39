/// One strict reader of JSON, for what people write and for files that must have one form only. What it read says where it
/// stood.
@NullMarked
package app.keyhold.json;

import org.jspecify.annotations.NullMarked;
