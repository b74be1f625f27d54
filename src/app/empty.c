typedef int pf_app_is_empty; /* removed with the first source of this layer */
