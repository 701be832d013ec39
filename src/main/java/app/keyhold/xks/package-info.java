/// The client of external key store proxies: HTTPS, JSON and signatures, so that the core need not know any of them.
@NullMarked
package app.keyhold.xks;

import org.jspecify.annotations.NullMarked;
