typedef int pf_edit_is_empty; /* removed with the first source of this layer */
