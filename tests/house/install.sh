#!/usr/bin/env bash
# install.sh ROOT PROGRAM - what `cmake --install` leaves runs from there, with no environment set.
#
# The home is laid as a trap: it is the prefix's parent's parent's place for a folder templates/,
# which is not ours.
set -euo pipefail
program=${2:?usage: install.sh ROOT PROGRAM}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
prefix=$home/.local
mkdir -p "$home/templates"

fault() {
  echo "$0: $*"
  exit 1
}

cmake --install "$(dirname "$program")" --prefix "$prefix" >"$home/log" 2>&1 ||
  fault "cmake --install fails: $(cat "$home/log")"
for f in bin/prfaq share/prfaq/templates share/prfaq/prompts/watch-party.yaml share/man/man1/prfaq.1 \
  share/bash-completion/completions/prfaq share/zsh/site-functions/_prfaq \
  share/fish/vendor_completions.d/prfaq.fish share/doc/prfaq/LICENSE; do
  [ -s "$prefix/$f" ] || [ -d "$prefix/$f" ] || fault "$f is not installed"
done
bash -n "$prefix/share/bash-completion/completions/prfaq" || fault "the bash completion does not parse"

# In its place, called by another name, and from the build tree.
ln -s "$prefix/bin/prfaq" "$home/p"
for p in "$prefix/bin/prfaq" "$home/p" "$program"; do
  (cd / && env -i HOME="$home" LC_ALL=C.UTF-8 "$p" prompts >"$home/out" 2>&1) ||
    fault "$p does not find its prompts: $(cat "$home/out")"
  grep -q watch-party "$home/out" || fault "$p prompts does not name watch-party"
done
