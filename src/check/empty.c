typedef int pf_check_is_empty; /* removed with the first source of this layer */
