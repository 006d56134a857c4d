#pragma once
#include <vips/vips.h>

/* Functions with a variable number of arguments cannot be called from Swift. */

/* The caller tells what was wrong; what libvips says of other people's files belongs in no log. */
static inline void photo_say_nothing(const gchar *domain, GLogLevelFlags level, const gchar *text, gpointer none) {
}

/* Only loaders of plain pictures are let in: none that runs scripts, follows links or calls other programs. */
static inline int photo_start(void) {
    if (VIPS_INIT("forkant")) return -1;
    g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING, photo_say_nothing, NULL);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
    vips_operation_block_set("VipsForeignLoadPng", FALSE);
    vips_operation_block_set("VipsForeignLoadWebp", FALSE);
    vips_operation_block_set("VipsForeignLoadHeif", FALSE);
    return 0;
}

/* What the picture says of itself; nothing is decoded. */
static inline int photo_size(const void *bytes, size_t count, int *width, int *height, int *is_interlaced) {
    VipsImage *image = vips_image_new_from_buffer(bytes, count, "", NULL);
    if (!image) return -1;
    *width = vips_image_get_width(image);
    *height = vips_image_get_height(image);
    *is_interlaced = 0;
    if (vips_image_get_typeof(image, "interlaced")) vips_image_get_int(image, "interlaced", is_interlaced);
    g_object_unref(image);
    return 0;
}

/* libvips 8.14 forgets vips_thumbnail's own fail_on, so that half a photo would do: the loader is told instead. */
/* Turned upright, made to fit a square, in sRGB on white, as JPEG with nothing but the picture. */
static inline int photo_jpeg(const void *bytes, size_t count, int side, int quality,
                             void **made, size_t *made_count, int *width, int *height) {
    VipsImage *fitted = NULL, *coloured = NULL, *flat = NULL;
    VipsArrayDouble *white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
    int result = -1;
    if (!vips_thumbnail_buffer((void *) bytes, count, &fitted, side, "height", side, "size", VIPS_SIZE_DOWN,
                               "export_profile", "srgb", "option_string", "[fail_on=truncated]", NULL) &&
        !vips_colourspace(fitted, &coloured, VIPS_INTERPRETATION_sRGB, NULL) &&
        !(vips_image_hasalpha(coloured) ? vips_flatten(coloured, &flat, "background", white, NULL)
                                        : vips_copy(coloured, &flat, NULL))) {
        *width = vips_image_get_width(flat);
        *height = vips_image_get_height(flat);
        result = vips_jpegsave_buffer(flat, made, made_count, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, NULL);
    }
    if (flat) g_object_unref(flat);
    if (coloured) g_object_unref(coloured);
    if (fitted) g_object_unref(fitted);
    vips_area_unref(VIPS_AREA(white));
    return result;
}
