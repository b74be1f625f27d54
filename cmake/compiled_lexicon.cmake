# The word tables of src/quant/words as one constant hash: src/quant/words/compile_lexicon.c says why.
file(GLOB words CONFIGURE_DEPENDS src/quant/words/words_*.c)
add_executable(compile_lexicon src/quant/words/compile_lexicon.c ${words})
target_link_libraries(compile_lexicon PRIVATE pf_text)

set(compiled ${CMAKE_CURRENT_BINARY_DIR}/compiled_lexicon.h)
add_custom_command(OUTPUT ${compiled}
  COMMAND compile_lexicon > ${compiled} DEPENDS compile_lexicon VERBATIM)
target_sources(pf_quant PRIVATE ${compiled})
target_include_directories(pf_quant PRIVATE ${CMAKE_CURRENT_BINARY_DIR})

# And its sayings: src/quant/noise/compile_sayings.c.
add_executable(compile_sayings src/quant/noise/compile_sayings.c)
target_link_libraries(compile_sayings PRIVATE pf_text)

set(compiled ${CMAKE_CURRENT_BINARY_DIR}/compiled_sayings.h)
add_custom_command(OUTPUT ${compiled}
  COMMAND compile_sayings > ${compiled} DEPENDS compile_sayings VERBATIM)
target_sources(pf_quant PRIVATE ${compiled})
