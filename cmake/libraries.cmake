# The outside libraries: pf_library(MODULE SYMBOL), by pkg-config's name and one of its functions.
#
# An archive becomes a part of the program. A shared library is looked for, mapped and bound at each
# start, which for eight of them is a quarter of the time of `prfaq check` of a page. So a release
# takes the archives that are there and that link; a package for others to install leaves them out.
include(CheckFunctionExists)

option(PF_ARCHIVES "Link the archives of outside libraries where there are any" OFF)

function(pf_library module symbol)
  if(PF_ARCHIVES)
    set(CMAKE_FIND_LIBRARY_SUFFIXES ${CMAKE_STATIC_LIBRARY_SUFFIX})
    pkg_check_modules(archive_${module} QUIET IMPORTED_TARGET ${module})
    if(TARGET PkgConfig::archive_${module})
      target_link_libraries(PkgConfig::archive_${module} INTERFACE m) # SQLite's need
      set(CMAKE_REQUIRED_LIBRARIES PkgConfig::archive_${module})
      check_function_exists(${symbol} links_${module})
      if(links_${module})
        add_library(PkgConfig::${module} ALIAS PkgConfig::archive_${module})
        return()
      endif()
    endif()
  endif()
  pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
endfunction()

pf_library(libutf8proc utf8proc_version)
pf_library(md4c md_parse)
pf_library(yaml-0.1 yaml_get_version)
pf_library(libpcre2-8 pcre2_config_8)
pf_library(sqlite3 sqlite3_open_v2)
pf_library(ncursesw endwin)
if(PF_ARCHIVES) # it has no file for pkg-config
  find_library(STEMMER NAMES libstemmer.a stemmer REQUIRED)
else()
  find_library(STEMMER stemmer REQUIRED)
endif()
