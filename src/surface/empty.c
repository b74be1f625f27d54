typedef int pf_surface_is_empty; /* removed with the first source of this layer */
