typedef int pf_text_is_empty; /* removed with the first source of this layer */
