#include "build_facts.h"

#ifndef FENTAN_COMMIT
#define FENTAN_COMMIT ""
#endif
#ifndef FENTAN_PACKAGES
#define FENTAN_PACKAGES ""
#endif

const char *fentan_commit(void) { return FENTAN_COMMIT; }

const char *fentan_packages(void) { return FENTAN_PACKAGES; }
