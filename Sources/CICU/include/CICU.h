#pragma once

/* The few words of ICU that we need. Its own headers stay in the C file: Foundation carries an ICU of another
   version, and Swift cannot see two definitions of one type. */

typedef struct cicu_order cicu_order;

/* NULL where ICU does not know the locale. Lives as long as the program. */
cicu_order *cicu_open(const char *locale);

/* Below, at or above 0, as memcmp answers. Both are UTF-8. May be called from many threads at once. */
int cicu_compare(const cicu_order *order, const char *one, int oneLength, const char *other, int otherLength);
