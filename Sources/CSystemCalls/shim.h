/* What glibc has and Swift's Glibc module does not show. */
#include <stddef.h>

/* renameat2(2), glibc 2.28: a rename that replaces nothing, or that exchanges. */
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

/* mallopt(3): how the C library keeps freed memory. */
int mallopt(int parameter, int value);

/* malloc_trim(3): freed memory goes back to the system. */
int malloc_trim(size_t pad);

/* memfd_create(2), glibc 2.27: a file that lies in memory and has no name. */
int memfd_create(const char *name, unsigned int flags);

/* gnu_get_libc_version(3): the version of glibc that is loaded. */
const char *gnu_get_libc_version(void);
