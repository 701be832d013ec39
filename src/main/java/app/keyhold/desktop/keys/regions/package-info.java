/// The Regions a key is in: its primary key, its replicas, and where it could go.
@NullMarked
package app.keyhold.desktop.keys.regions;

import org.jspecify.annotations.NullMarked;
