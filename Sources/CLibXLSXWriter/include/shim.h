#include <xlsxwriter.h>

/* workbook_close, which prints what it also returns: held back here. */
lxw_error close_silently(lxw_workbook *book);
