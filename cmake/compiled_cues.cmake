# The phrases of src/parts/units as one constant hash: src/parts/units/compile_cues.c says why.
add_executable(compile_cues src/parts/units/compile_cues.c)
target_include_directories(compile_cues PRIVATE src/parts)
target_link_libraries(compile_cues PRIVATE pf_text pf_doc pf_quant)

set(compiled ${CMAKE_CURRENT_BINARY_DIR}/compiled_cues.h)
add_custom_command(OUTPUT ${compiled}
  COMMAND compile_cues > ${compiled} DEPENDS compile_cues VERBATIM)
target_sources(pf_parts PRIVATE ${compiled})
target_include_directories(pf_parts PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
