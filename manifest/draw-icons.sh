#!/bin/sh
# Draws the two icons of the app package from their SVG sources; run it after changing an SVG, and commit both.
# Needs Chromium (Debian: apt-get install chromium), or another of its kind named in CHROMIUM.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Sizes as Teams asks for them: colour 192 x 192, outline 32 x 32 in white on nothing.
draw() {
    { printf '<!doctype html><style>*{margin:0}svg{display:block}</style>'; cat "$1.svg"; } > "$work/$1.html"
    "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
        --user-data-dir="$work/profile" --window-size="$2,$2" --screenshot="$work/$1.png" "$work/$1.html" 2> "$work/log" \
        || { cat "$work/log" >&2; exit 1; }
    mv "$work/$1.png" "$1.png"
    echo "$1.png drawn, $2 x $2"
}

draw color 192
draw outline 32
