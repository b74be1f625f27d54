#!/usr/bin/env bash
# lists.sh ROOT [PROGRAM] - phrases that add nothing to their list.
#
# Prints file:line: message for each; nothing when there is none. A phrase adds nothing where it
# stands in the list already, or where a stem of as many words does that begins it ("give*", "given").
set -euo pipefail
cd "${1:?usage: lists.sh ROOT}"

awk '
  FNR == 1 { told() }
  /^[ \t]*(#|$)/ { next }
  { n++; line[n] = FNR; phrase[n] = tolower($0) }
  END { told(); exit bad }

  function tell(i, why) { printf "%s:%d: \"%s\" %s\n", file, line[i], phrase[i], why; bad = 1 }

  function told(  i, k, p, words, seen) {
    for (i = 1; i <= n; i++) {
      if (phrase[i] in seen) tell(i, "stands twice")
      seen[phrase[i]] = 1
    }
    for (i = 1; i <= n; i++)
      for (k = 1; k <= length(phrase[i]); k++) {
        p = substr(phrase[i], 1, k) "*"
        words = substr(phrase[i], k + 1)
        if (p != phrase[i] && p in seen && words !~ / /) tell(i, "is found by \"" p "\"")
      }
    n = 0
    split("", seen)
    file = FILENAME
  }
' templates/rubric/lists/*.txt
