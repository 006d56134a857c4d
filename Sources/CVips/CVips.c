#include "CVips.h"
#include <dlfcn.h>

/* As libvips 8 (libvips.so.42) and glib 2 declare them. */
typedef void Image;
typedef size_t Type;
enum { no = 0, yes = 1, size_down = 2, srgb = 22, level_warning = 1 << 4 };

static struct {
    int (*init)(const char *);
    void (*concurrency_set)(int);
    void (*cache_set_max)(int);
    void (*operation_block_set)(const char *, int);
    Image *(*image_new_from_buffer)(const void *, size_t, const char *, ...);
    int (*image_get_width)(const Image *);
    int (*image_get_height)(const Image *);
    Type (*image_get_typeof)(const Image *, const char *);
    int (*image_get_int)(const Image *, const char *, int *);
    int (*image_hasalpha)(Image *);
    void *(*array_double_newv)(int, ...);
    void (*area_unref)(void *);
    int (*thumbnail_buffer)(void *, size_t, Image **, int, ...);
    int (*colourspace)(Image *, Image **, int, ...);
    int (*flatten)(Image *, Image **, ...);
    int (*copy)(Image *, Image **, ...);
    int (*jpegsave_buffer)(Image *, void **, size_t *, ...);
    void (*error_clear)(void);
    void (*thread_shutdown)(void);
    void (*object_unref)(void *);
    void (*free)(void *);
    unsigned (*log_set_handler)(const char *, int, void (*)(const char *, int, const char *, void *), void *);
} vips;

static const struct {
    void **place;
    const char *name;
} names[] = {
    {(void **) &vips.init, "vips_init"},
    {(void **) &vips.concurrency_set, "vips_concurrency_set"},
    {(void **) &vips.cache_set_max, "vips_cache_set_max"},
    {(void **) &vips.operation_block_set, "vips_operation_block_set"},
    {(void **) &vips.image_new_from_buffer, "vips_image_new_from_buffer"},
    {(void **) &vips.image_get_width, "vips_image_get_width"},
    {(void **) &vips.image_get_height, "vips_image_get_height"},
    {(void **) &vips.image_get_typeof, "vips_image_get_typeof"},
    {(void **) &vips.image_get_int, "vips_image_get_int"},
    {(void **) &vips.image_hasalpha, "vips_image_hasalpha"},
    {(void **) &vips.array_double_newv, "vips_array_double_newv"},
    {(void **) &vips.area_unref, "vips_area_unref"},
    {(void **) &vips.thumbnail_buffer, "vips_thumbnail_buffer"},
    {(void **) &vips.colourspace, "vips_colourspace"},
    {(void **) &vips.flatten, "vips_flatten"},
    {(void **) &vips.copy, "vips_copy"},
    {(void **) &vips.jpegsave_buffer, "vips_jpegsave_buffer"},
    {(void **) &vips.error_clear, "vips_error_clear"},
    {(void **) &vips.thread_shutdown, "vips_thread_shutdown"},
    {(void **) &vips.object_unref, "g_object_unref"},
    {(void **) &vips.free, "g_free"},
    {(void **) &vips.log_set_handler, "g_log_set_handler"},
};

/* Also finds what libvips itself is linked with. It stays open. */
static int open_library(void) {
    void *library = dlopen("libvips.so.42", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libvips.42.dylib", RTLD_NOW | RTLD_LOCAL);
    if (!library) return -1;
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        *names[index].place = dlsym(library, names[index].name);
        if (!*names[index].place) return -1;
    }
    return 0;
}

/* The caller tells what was wrong; what libvips says of other people's files belongs in no log. */
static void say_nothing(const char *domain, int level, const char *text, void *none) {
}

/* Only loaders of plain pictures are let in: none that runs scripts, follows links or calls other programs. */
int photo_start(void) {
    if (open_library() || vips.init("forkant")) return -1;
    vips.log_set_handler("VIPS", level_warning, say_nothing, NULL);
    vips.concurrency_set(1);
    vips.cache_set_max(0);
    vips.operation_block_set("VipsForeignLoad", yes);
    vips.operation_block_set("VipsForeignLoadJpeg", no);
    vips.operation_block_set("VipsForeignLoadPng", no);
    vips.operation_block_set("VipsForeignLoadWebp", no);
    vips.operation_block_set("VipsForeignLoadHeif", no);
    return 0;
}

int photo_size(const void *bytes, size_t count, int *width, int *height, int *is_interlaced) {
    Image *image = vips.image_new_from_buffer(bytes, count, "", NULL);
    if (!image) return -1;
    *width = vips.image_get_width(image);
    *height = vips.image_get_height(image);
    *is_interlaced = 0;
    if (vips.image_get_typeof(image, "interlaced")) vips.image_get_int(image, "interlaced", is_interlaced);
    vips.object_unref(image);
    return 0;
}

/* libvips 8.14 forgets vips_thumbnail's own fail_on, so that half a photo would do: the loader is told instead. */
int photo_jpeg(const void *bytes, size_t count, int side, int quality,
               void **made, size_t *made_count, int *width, int *height) {
    Image *fitted = NULL, *coloured = NULL, *flat = NULL;
    void *white = vips.array_double_newv(3, 255.0, 255.0, 255.0);
    int result = -1;
    if (!vips.thumbnail_buffer((void *) bytes, count, &fitted, side, "height", side, "size", size_down,
                               "export_profile", "srgb", "option_string", "[fail_on=truncated]", NULL) &&
        !vips.colourspace(fitted, &coloured, srgb, NULL) &&
        !(vips.image_hasalpha(coloured) ? vips.flatten(coloured, &flat, "background", white, NULL)
                                        : vips.copy(coloured, &flat, NULL))) {
        *width = vips.image_get_width(flat);
        *height = vips.image_get_height(flat);
        result = vips.jpegsave_buffer(flat, made, made_count, "Q", quality, "strip", yes, "optimize_coding", yes, NULL);
    }
    if (flat) vips.object_unref(flat);
    if (coloured) vips.object_unref(coloured);
    if (fitted) vips.object_unref(fitted);
    vips.area_unref(white);
    return result;
}

void photo_free(void *made) {
    vips.free(made);
}

void photo_done(void) {
    vips.error_clear();
    vips.thread_shutdown();
}
