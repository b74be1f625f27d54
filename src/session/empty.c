typedef int pf_session_is_empty; /* removed with the first source of this layer */
