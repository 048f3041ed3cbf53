/* What scripts/build tells a binary of itself; empty where nobody did. */

/* The commit of the source, in hexadecimal digits; "+" behind it where the tree had changes. */
const char *fentan_commit(void);

/* The packages and the compiler, "swift-crypto 4.5.2, Swift 6.3.1". */
const char *fentan_packages(void);
