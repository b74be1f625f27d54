# The model answers and briefs of prompts/ and the skeletons as constants: prfaq/session/shipped_texts.h says why.
add_executable(compile_texts src/session/compile_texts.c)
target_link_libraries(compile_texts PRIVATE pf_bank pf_text pf_base)

file(GLOB texts CONFIGURE_DEPENDS prompts/*.yaml templates/*.md)
set(compiled ${CMAKE_CURRENT_BINARY_DIR}/compiled_texts.c)
add_custom_command(OUTPUT ${compiled}
  COMMAND compile_texts ${PROJECT_SOURCE_DIR} ${compiled} DEPENDS compile_texts ${texts} VERBATIM)
target_sources(pf_session PRIVATE ${compiled})
