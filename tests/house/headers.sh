#!/usr/bin/env bash
# headers.sh ROOT [PROGRAM] - every public header compiles alone, has its guard, and says at the top
# what it is. Prints file:line: message for each fault; nothing when there is none.
set -euo pipefail
cd "${1:?usage: headers.sh ROOT}"
cc=${CC:-cc}
bad=0

mapfile -t headers < <(find include/prfaq -type f -name '*.h' | LC_ALL=C sort)
[ ${#headers[@]} -gt 0 ] || { echo "include/prfaq: no headers"; exit 1; }

awk '
  function fault(line, message) { print FILENAME ":" line ": " message; bad = 1 }
  FNR == 1 {
    guard = FILENAME
    sub(/^include\//, "", guard)
    gsub(/[^A-Za-z0-9]/, "_", guard)
    guard = toupper(guard)
    name = FILENAME
    sub(/.*\//, "", name)
    want = "#ifndef " guard
    if ($0 != "/*")
      fault(1, "begin with a comment: /*, then \" * " name " - what it is.\"")
    state = 0
  }
  FNR == 2 && index($0, " * " name " - ") != 1 { fault(2, "say what it is: \" * " name " - ...\"") }
  /^#/ && state == 0 {
    state = 1
    if ($0 != want)
      fault(FNR, "the guard is " guard)
    next
  }
  /^#/ && state == 1 {
    state = 2
    if ($0 != "#define " guard)
      fault(FNR, "define " guard " after its #ifndef")
  }
  END { exit bad }
' "${headers[@]}" || bad=1

# Included by a source of its own: as the main file, a header's inline functions would be unused.
alone() {
  local header
  for header; do
    echo "#include \"${header#include/}\"" | "$cc" -x c -std=c17 -D_POSIX_C_SOURCE=200809L \
      -DPF_VERSION='"0"' -Iinclude -Wall -Wextra -Werror -fsyntax-only - || return 1
  done
}
alone "${headers[@]}" || bad=1
exit $bad
