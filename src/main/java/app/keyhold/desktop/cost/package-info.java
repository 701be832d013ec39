/// What the keys would cost at a cloud's public prices, by month and key.
@NullMarked
package app.keyhold.desktop.cost;

import org.jspecify.annotations.NullMarked;
