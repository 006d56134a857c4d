#include "CICU.h"
#include <unicode/ucol.h>

cicu_order *cicu_open(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = ucol_open(locale, &status);
    return U_SUCCESS(status) ? (cicu_order *)collator : NULL;
}

int cicu_compare(const cicu_order *order, const char *one, int oneLength, const char *other, int otherLength) {
    UErrorCode status = U_ZERO_ERROR;
    return ucol_strcollUTF8((const UCollator *)order, one, oneLength, other, otherLength, &status);
}
