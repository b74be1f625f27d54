typedef int pf_parts_is_empty; /* removed with the first source of this layer */
