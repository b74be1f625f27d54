typedef int pf_bank_is_empty; /* removed with the first source of this layer */
