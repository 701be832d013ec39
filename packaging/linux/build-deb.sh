#!/bin/sh
# Builds the .deb around the app image: build-deb.sh APP-IMAGE VERSION DEB-FILE
# Put together with dpkg-deb rather than by jpackage, whose packages depend on the very library versions of the building
# machine and fail to install where xdg-utils is missing.
set -eu
image=$1
version=$(printf '%s' "$2" | sed 's/-SNAPSHOT/~snapshot/')
deb=$3
packaging=$(cd "$(dirname "$0")" && pwd)
assets=$packaging/../../assets/icons
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

chmod 755 "$root"
install -d "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
    "$root/usr/share/doc/keyhold" "$root/DEBIAN"
cp -rp "$image" "$root/opt/keyhold" # with the times that the cache of classes was made from
ln -s ../../opt/keyhold/bin/keyhold "$root/usr/bin/keyhold"
install -m 644 "$packaging/keyhold.desktop" "$root/usr/share/applications/keyhold.desktop"
install -m 644 "$packaging/keyhold.xml" "$root/usr/share/mime/packages/keyhold.xml"
install -m 644 "$packaging/../../LICENSE" "$root/usr/share/doc/keyhold/copyright"
for icon in "$assets"/keyhold-*.png; do
    size=${icon##*-}
    size=${size%.png}
    install -D -m 644 "$icon" "$root/usr/share/icons/hicolor/${size}x$size/apps/keyhold.png"
done
install -D -m 644 "$assets/keyhold.svg" "$root/usr/share/icons/hicolor/scalable/apps/keyhold.svg"

sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" \
    -e "s/@SIZE@/$(du -sk "$root" | cut -f1)/" "$packaging/debian/control" >"$root/DEBIAN/control"
install -m 755 "$packaging/debian/postinst" "$packaging/debian/postrm" "$root/DEBIAN/"
chmod -R u+rwX,go+rX,go-w "$root"
mkdir -p "$(dirname "$deb")"
dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$deb" >/dev/null
