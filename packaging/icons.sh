#!/bin/sh
# Draws the PNG icons from assets/icons/keyhold.svg. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")/../assets/icons"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" keyhold.svg --output "keyhold-$size.png"
done
