#!/usr/bin/env bash
# words.sh ROOT [PROGRAM] - words that do not stand in the sources.
#
# Prints file:line: message for each; nothing when there is none. A line with the comment
# "placeholder word" may name a marker: the checker looks for them in drafts.
set -euo pipefail
cd "${1:?usage: words.sh ROOT}"
bad=0

# Lines of $2... with the word $1, but those with $3, are told as $4.
refuse() {
  local pattern=$1 but=$2 message=$3 hits
  shift 3
  hits=$(grep -rnP --include='*.[ch]' -e "$pattern" "$@" | grep -vP -e "$but" || true)
  [ -n "$hits" ] || return 0
  sed -E "s/^([^:]+:[0-9]+):.*/\1: $message/" <<<"$hits"
  bad=1
}

call='(?<![\w.>])(?<!->)'
refuse '\b(TODO|FIXME|XXX)\b' 'placeholder word' 'finish it or write an issue: no markers' src include
refuse "$call(strcpy|strcat|sprintf|vsprintf|gets|strtok)\\s*\\(" '^$' \
  'no bounds: use pf_buf, snprintf or pf_slice' src
refuse "$call(atoi|atol|atof)\\s*\\(" '^$' 'cannot tell an error: use strtol' src
refuse "$call(system|popen)\\s*\\(" '^src/cli/' 'only cli starts programs' src
refuse "$call(exit|_exit|_Exit)\\s*\\(" '^src/(cli/|base/mem\.c)' \
  'only main and the out-of-memory hook end the program' src
refuse "$call(clock_gettime|gettimeofday|time|rand|random|srand)\\s*\\(" '^src/(base/clock\.c|cli/)' \
  'time and chance are parameters' src
refuse "$call(sleep|usleep|nanosleep)\\s*\\(" '^$' 'tests poll, they do not sleep' tests
exit $bad
