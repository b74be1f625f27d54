typedef int pf_quant_is_empty; /* removed with the first source of this layer */
