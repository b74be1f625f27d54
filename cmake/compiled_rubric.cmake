# The shipped rubric as constants of the program: src/check/rubric/compiled.h says why.
#
# compile_rubric is made of the layer's own objects and writes a source that is added to the layer.
# So the layer's objects come first, then the program, then the layer with all of it.
get_target_property(sources pf_check SOURCES)
get_target_property(libraries pf_check LINK_LIBRARIES)
add_library(pf_check_objects OBJECT ${sources})
target_link_libraries(pf_check_objects PRIVATE ${libraries})
target_include_directories(pf_check_objects PRIVATE src/check ${CMAKE_CURRENT_BINARY_DIR})

add_executable(compile_rubric src/check/load/compile_rubric.c $<TARGET_OBJECTS:pf_check_objects>)
target_link_libraries(compile_rubric PRIVATE ${libraries})
target_include_directories(compile_rubric PRIVATE src/check)

file(GLOB rubric CONFIGURE_DEPENDS templates/rubric/*.yaml templates/rubric/lists/*.txt)
# Words that drafts are made of: their stems are looked up, which else are made for each draft.
file(GLOB prose CONFIGURE_DEPENDS prompts/*.yaml tests/check/pairs/*.md)
set(compiled ${CMAKE_CURRENT_BINARY_DIR}/compiled_rubric.c)
add_custom_command(OUTPUT ${compiled}
  COMMAND compile_rubric ${PROJECT_SOURCE_DIR} ${compiled} ${prose}
  DEPENDS compile_rubric ${rubric} ${prose} VERBATIM)
set_source_files_properties(${compiled} PROPERTIES INCLUDE_DIRECTORIES ${PROJECT_SOURCE_DIR}/src/check)
set_target_properties(pf_check PROPERTIES SOURCES "$<TARGET_OBJECTS:pf_check_objects>;${compiled}")
