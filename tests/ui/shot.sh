#!/usr/bin/env bash
# A picture of the real window, without a screen: Xvfb, openbox, the program drawn by the processor.
#
#   tests/ui/shot.sh OUT.png [WIDTHxHEIGHT] [STEP…]
#
# A STEP is given to xdotool in the window before the picture is taken: `key ctrl+2`, `mousemove 100 200 click 1`,
# `type 王女士`. Set REDRESS to the program (default: the debug build), REDRESS_HOME to a data folder (default: an
# empty one that is removed). Needs the Debian packages xvfb, openbox, xdotool, imagemagick, x11-utils.
set -euo pipefail
out=$1
size=${2:-1440x900}
shift; shift || true
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${REDRESS:-${CARGO_TARGET_DIR:-$root/target}/debug/redress}
work=$(mktemp -d)
started=()
finish() {
  for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done
  for id in "${started[@]}"; do wait "$id" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

# Xvfb finds a free display itself and tells its number.
mkfifo "$work/display"
# Room for the frame that openbox draws.
screen=$((${size%x*} + 40))x$((${size#*x} + 80))x24
Xvfb -displayfd 3 -screen 0 "$screen" -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
started+=($!)
read -r number <"$work/display"
export DISPLAY=:$number
openbox --config-file /dev/null >"$work/openbox.log" 2>&1 &
started+=($!)

export REDRESS_HOME=${REDRESS_HOME:-$work/home} ICED_BACKEND=tiny-skia LANG=${SHOT_LANG:-zh_CN.UTF-8}
mkdir -p "$REDRESS_HOME"
"$program" >"$work/program.log" 2>&1 &
program_id=$!
started+=("$program_id")
window=
for _ in $(seq 100); do
  window=$(xdotool search --onlyvisible --pid "$program_id" 2>/dev/null | tail -1 || true)
  [ -n "$window" ] && break
  kill -0 "$program_id" 2>/dev/null || { cat "$work/program.log" >&2; echo "the program ended" >&2; exit 1; }
  sleep 0.2
done
[ -n "$window" ] || { echo "no window after 20 s" >&2; exit 1; }
xdotool windowsize --sync "$window" "${size%x*}" "${size#*x}" || true
xdotool windowmove "$window" 0 0
xdotool windowfocus "$window" || true
sleep "${SHOT_SETTLE:-2}"
for step in "$@"; do
  # shellcheck disable=SC2086  # a step is several words
  xdotool $step
  sleep "${SHOT_STEP:-0.7}"
done
import -window "$window" "$out"
echo "$out $(identify -format '%wx%h' "$out")"
