typedef int pf_store_is_empty; /* removed with the first source of this layer */
