typedef int pf_doc_is_empty; /* removed with the first source of this layer */
