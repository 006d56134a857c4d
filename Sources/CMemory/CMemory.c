#include "CMemory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void cmemory_keep_freed(int piece, int most) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, piece);
    mallopt(M_TRIM_THRESHOLD, most);
#endif
}
