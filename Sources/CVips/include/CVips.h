#pragma once
#include <stddef.h>

/* libvips, opened when the first photo comes: with all that it brings along it takes a sixth of the program's memory,
   and most servers see no photo for days. So nothing is linked with it, and what is called of it stands in CVips.c. */

/* Before the others, once; -1 where libvips is not there. */
int photo_start(void);

/* What the picture says of itself; nothing is decoded. -1 where it is damaged. */
int photo_size(const void *bytes, size_t count, int *width, int *height, int *is_interlaced);

/* Turned upright, made to fit a square, in sRGB on white, as JPEG with nothing but the picture. -1 where it is damaged.
   What was made is given back with photo_free. */
int photo_jpeg(const void *bytes, size_t count, int side, int quality,
               void **made, size_t *made_count, int *width, int *height);
void photo_free(void *made);

/* After each of the two: forgets what was wrong, and what the thread has kept. */
void photo_done(void);
