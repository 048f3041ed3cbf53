#include <stdio.h>
#include <xlsxwriter.h>

/* The library prints what it also returns; here it says it to a stream that nobody reads. */
static inline FILE *silence_stderr(char *room, unsigned long size) {
    FILE *spoken = stderr, *silent = fmemopen(room, size, "w");
    if (silent) stderr = silent;
    return spoken;
}

static inline void restore_stderr(FILE *spoken) {
    FILE *silent = stderr;
    stderr = spoken;
    if (silent != spoken) fclose(silent);
}
