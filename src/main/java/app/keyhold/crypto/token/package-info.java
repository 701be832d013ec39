/// Keys in hardware, or in what stands in for it: PKCS#11 tokens through the JDK's SunPKCS11. The vendor's library runs in
/// a process of its own, one for each connected token, so that a library that crashes, hangs or loses its token takes
/// nothing along, and a token that comes back is reached again by starting anew.
@NullMarked
package app.keyhold.crypto.token;

import org.jspecify.annotations.NullMarked;
