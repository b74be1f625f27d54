typedef int pf_cli_is_empty; /* removed with the first source of this layer */
