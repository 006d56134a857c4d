#pragma once
#include <spawn.h>

/* The child has no file of ours from this number on. Swift does not see the extension of the C library that does it. */
int cspawn_close_from(posix_spawn_file_actions_t *actions, int first);
