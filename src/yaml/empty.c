typedef int pf_yaml_is_empty; /* removed with the first source of this layer */
