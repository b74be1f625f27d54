# The layers, lowest first: pf_layer(NAME layers it may include ... FOLDERS ... LIBS outside
# libraries ...). A layer of many files has folders, lowest first: each may include those before it,
# and the files beside them all.
# The same table in docs/ARCHITECTURE.md is read by tests/house/layers.sh, which also reads
# this file, so that what is linked, what is included and what is written agree.
function(pf_layer name)
  cmake_parse_arguments(L "" "" "FOLDERS;LIBS" ${ARGN})
  set(folder ${PROJECT_SOURCE_DIR}/src/${name})
  set(patterns ${folder}/*.c)
  foreach(inner IN LISTS L_FOLDERS)
    list(APPEND patterns ${folder}/${inner}/*.c)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  list(FILTER sources EXCLUDE REGEX "/cli/main\\.c$|/compile_[a-z]+\\.c$")
  add_library(pf_${name} STATIC ${sources})
  target_include_directories(pf_${name} PRIVATE ${folder})
  list(TRANSFORM L_UNPARSED_ARGUMENTS PREPEND pf_)
  target_link_libraries(pf_${name} PUBLIC pf_options ${L_UNPARSED_ARGUMENTS} PRIVATE ${L_LIBS})
endfunction()

include(cmake/libraries.cmake)

pf_layer(base LIBS PkgConfig::libutf8proc)
pf_layer(text base LIBS ${STEMMER})
pf_layer(doc base text LIBS PkgConfig::md4c)
pf_layer(quant base text doc
  FOLDERS words number unit noise date claim
  LIBS m)
include(cmake/compiled_lexicon.cmake)
pf_layer(parts base text doc quant
  FOLDERS units voices release metrics faq)
include(cmake/compiled_cues.cmake)
pf_layer(yaml base LIBS PkgConfig::yaml-0.1)
pf_layer(check base text doc quant parts yaml
  FOLDERS rubric draft flow consistency coverage gates kinds pitfalls load
  LIBS PkgConfig::libpcre2-8 m)
include(cmake/compiled_words.cmake)
include(cmake/compiled_rubric.cmake)
pf_layer(bank base text yaml)
pf_layer(edit base text)
pf_layer(session base text doc quant parts check bank edit
  FOLDERS redteam
  LIBS m)
include(cmake/compiled_texts.cmake)
pf_layer(store base LIBS PkgConfig::sqlite3)
pf_layer(surface base)
pf_layer(report base text doc quant parts check bank session surface LIBS m)
pf_layer(app base text doc quant parts yaml check bank edit session surface)
pf_layer(term base surface app LIBS PkgConfig::ncursesw)
pf_layer(cli base text doc quant parts yaml check bank edit session store surface report app term)

# Where the program looks for prompts and templates, best first, after what the user
# sets: beside the installed program, then the tree it was built from.
target_compile_definitions(pf_base PRIVATE
  PF_INSTALL_DATADIR="${CMAKE_INSTALL_FULL_DATADIR}/prfaq" PF_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
