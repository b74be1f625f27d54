# Installs what the program writes about itself: the manual page and the completions. Run by
# `cmake --install`, which sets PRFAQ, OUT, MANDIR and DATADIR before.
file(MAKE_DIRECTORY ${OUT})

function(generate file dir)
  execute_process(COMMAND ${PRFAQ} ${ARGN} OUTPUT_FILE ${OUT}/${file} RESULT_VARIABLE failed)
  if(failed)
    list(JOIN ARGN " " words)
    message(WARNING "left out ${file}: prfaq ${words} ended with ${failed}")
    return()
  endif()
  if(NOT IS_ABSOLUTE ${dir})
    set(dir ${CMAKE_INSTALL_PREFIX}/${dir})
  endif()
  file(INSTALL DESTINATION ${dir} TYPE FILE FILES ${OUT}/${file})
endfunction()

generate(prfaq.1 ${MANDIR}/man1 help --format man)
generate(prfaq ${DATADIR}/bash-completion/completions completion bash)
generate(_prfaq ${DATADIR}/zsh/site-functions completion zsh)
generate(prfaq.fish ${DATADIR}/fish/vendor_completions.d completion fish)
