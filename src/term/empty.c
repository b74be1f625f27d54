typedef int pf_term_is_empty; /* removed with the first source of this layer */
