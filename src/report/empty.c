typedef int pf_report_is_empty; /* removed with the first source of this layer */
