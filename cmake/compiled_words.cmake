# Words of src/check as constant hashes: src/check/load/compile_words.c says why.
add_executable(compile_words src/check/load/compile_words.c)
target_link_libraries(compile_words PRIVATE pf_text)
target_include_directories(compile_words PRIVATE src/check)

foreach(words draft/deeds flow/cues flow/telling)
  get_filename_component(folder ${CMAKE_CURRENT_BINARY_DIR}/${words} DIRECTORY)
  get_filename_component(name ${words} NAME)
  file(MAKE_DIRECTORY ${folder})
  set(compiled ${folder}/compiled_${name}.h)
  add_custom_command(OUTPUT ${compiled}
    COMMAND compile_words ${name} > ${compiled} DEPENDS compile_words VERBATIM)
  target_sources(pf_check PRIVATE ${compiled})
endforeach()
