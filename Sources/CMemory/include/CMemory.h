#pragma once
#include <stdlib.h>

/* The C library keeps freed pieces of up to `piece` bytes for later, `most` bytes in all for each of its heaps. */
void cmemory_keep_freed(int piece, int most);
