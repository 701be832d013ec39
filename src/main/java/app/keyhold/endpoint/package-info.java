/// The wire: requests and responses of the door as AWS JSON 1.1, read and written from the records alone, so that no
/// operation needs code here.
@NullMarked
package app.keyhold.endpoint;

import org.jspecify.annotations.NullMarked;
