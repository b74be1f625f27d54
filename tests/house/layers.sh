#!/usr/bin/env bash
# layers.sh ROOT [PROGRAM] - includes point to the layers below, and to no other.
#
# The table is cmake/layers.cmake, which is also what is linked. Checked: the table names only
# layers above the line; every folder is a layer; every include of "prfaq/<layer>/..." is allowed;
# in a layer with folders each includes itself and those below it; each outside library's header
# stands in its one layer; docs/ARCHITECTURE.md tells the same table.
# Prints file:line: message for each fault; nothing when there is none. Then breaks each rule in
# a tree of its own, to see that it is noticed.
set -euo pipefail
root=${1:?usage: layers.sh ROOT}

# Faults of the tree below $1, one a line.
faults() (
  cd "$1"
  doc=()
  [ ! -f docs/ARCHITECTURE.md ] || doc=(docs/ARCHITECTURE.md)
  find src include/prfaq -type f -name '*.[ch]' | LC_ALL=C sort | xargs awk -v OFS=: '
    BEGIN {
      split("curses.h term ncurses.h term ncursesw/curses.h term ncursesw/ncurses.h term " \
            "term.h term ncursesw/term.h term sqlite3.h store yaml.h yaml md4c.h doc " \
            "pcre2.h check utf8proc.h base libstemmer.h text jansson.h tests", pair, " ")
      for (i = 1; i in pair; i += 2)
        home[pair[i]] = pair[i + 1]
    }
    function fault(message) { print FILENAME, FNR, " " message }

    # The table.
    FILENAME == "cmake/layers.cmake" {
      if (!match($0, /^pf_layer\([a-z]+/))
        next
      line = $0
      while (line !~ /\)/ && (getline more) > 0)
        line = line " " more
      gsub(/^pf_layer\(|\).*$/, "", line)
      n = split(line, word, " ")
      below = ""
      for (i = 2; i <= n && word[i] !~ /^(FOLDERS|LIBS)$/; i++) {
        if (!(word[i] in allowed))
          fault("layer " word[1] " may not include " word[i] ", which is no layer above this line")
        may[word[1], word[i]] = 1
        below = below " " word[i]
      }
      if (word[i] == "FOLDERS")
        for (i++; i <= n && word[i] != "LIBS"; i++)
          floor[word[1], word[i]] = i
      allowed[word[1]] = below
      all[word[1]] = order
      order = order " " word[1]
      next
    }

    # The same table as people read it: | layer | says | may include | outside library |
    FILENAME == "docs/ARCHITECTURE.md" {
      n = split($0, cell, "|")
      name = cell[2]
      gsub(/[ `]/, "", name)
      if (n < 5 || !(name in allowed) || told[name]++)
        next
      text = cell[4]
      gsub(/\([^)]*\)|`/, "", text)
      gsub(/^ +| +$/, "", text)
      if (text == "-")
        text = ""
      if (text ~ /^all/) {
        but = " " text " "
        text = ""
        m = split(all[name], word, " ")
        for (i = 1; i <= m; i++)
          if (index(but, " " word[i] " ") == 0)
            text = text " " word[i]
      }
      m = split(text, word, " ")
      text = ""
      for (i = 1; i <= m; i++)
        text = text " " word[i]
      if (text != allowed[name])
        fault("says that " name " may include \"" text "\"; cmake/layers.cmake says \"" allowed[name] "\"")
      next
    }

    FNR == 1 {
      m = split(FILENAME, dir, "/")
      public = dir[1] == "include"
      layer = public ? dir[3] : dir[2]
      if (!(layer in allowed))
        fault("folder " layer " is no layer of cmake/layers.cmake")
      folder = m > 3 && !public ? dir[3] : ""
      if (folder != "" && !((layer, folder) in floor))
        fault("folder " folder " is none of pf_layer(" layer " ... FOLDERS)")
    }
    !/^[ \t]*#[ \t]*include/ { next }
    {
      name = $0
      sub(/^[ \t]*#[ \t]*include[ \t]*["<]/, "", name)
      sub(/[">].*$/, "", name)
    }
    name ~ /^prfaq\// {
      split(name, part, "/")
      if (part[2] != layer && !((layer, part[2]) in may))
        fault(layer " may not include " name)
    }
    folder != "" && /"/ && name !~ /^prfaq\// {
      if (split(name, part, "/") > 1)
        above = !((layer, part[1]) in floor) || floor[layer, part[1]] > floor[layer, folder]
      else # what the build makes stands in no folder
        above = name !~ /^compiled_/ && (getline line < ("src/" layer "/" folder "/" name)) < 0
      if (above)
        fault("folder " folder " of " layer " may not include " name)
    }
    name ~ /^\.\.\// { fault("include by the name from include/, not " name) }
    (name in home) {
      if (public || layer != home[name])
        fault(name " belongs into src/" home[name] " only")
      else if (name ~ /curses\.h$/ && (FILENAME !~ /\.c$/ || curses++))
        fault("one .c of src/term includes " name ", not more")
    }
  ' cmake/layers.cmake "${doc[@]}"
)

# Puts one file into an otherwise right tree and expects a fault that holds $3.
expect() {
  local file=$1 text=$2 fault=$3 tree
  tree=$(mktemp -d)
  mkdir -p "$tree/cmake" "$tree/src/base" "$tree/include/prfaq/base" "$tree/docs" "$(dirname "$tree/$file")"
  printf '%s\n' 'pf_layer(base LIBS x)' 'pf_layer(text base)' 'pf_layer(store base LIBS y)' \
    'pf_layer(term base)' 'pf_layer(check base' '  FOLDERS low high' '  LIBS z)' \
    >"$tree/cmake/layers.cmake"
  echo '#include "prfaq/base/a.h"' >"$tree/src/base/a.c"
  printf '%b' "$text" >>"$tree/$file"
  got=$(faults "$tree")
  rm -rf "$tree"
  case $got in
  *"$fault"*) ;;
  *)
    echo "$0: self-test: \"$text\" in $file should be told as \"$fault\", but: ${got:-nothing}"
    exit 1
    ;;
  esac
}

found=$(faults "$root")
if [ -n "$found" ]; then
  echo "$found"
  exit 1
fi

expect src/text/a.c '\n#include "prfaq/store/a.h"\n' 'src/text/a.c:2: text may not include prfaq/store/a.h'
expect include/prfaq/base/a.h '# include <prfaq/text/a.h>\n' 'base may not include prfaq/text/a.h'
expect src/base/b.c '#include "../text/a.h"\n' 'not ../text/a.h'
expect src/text/a.c '#include <sqlite3.h>\n' 'sqlite3.h belongs into src/store only'
expect include/prfaq/store/a.h '#include <sqlite3.h>\n' 'sqlite3.h belongs into src/store only'
expect src/term/a.h '#include <curses.h>\n' 'one .c of src/term'
expect src/check/low/a.c '#include "high/a.h"\n' 'folder low of check may not include high/a.h'
expect src/check/low/a.c '#include "a.h"\n' 'folder low of check may not include a.h'
expect src/check/other/a.c '\n' 'folder other is none of pf_layer(check'
expect src/other/a.c '\n' 'folder other is no layer'
expect cmake/layers.cmake 'pf_layer(yaml other)\n' 'layers.cmake:8: layer yaml may not include other'
expect docs/ARCHITECTURE.md '| `text` | x | - | y |\n' 'says that text may include'
expect docs/ARCHITECTURE.md '| term | x | all of the above but text | y |\n' 'says that term may include " base store"'
