#pragma once

/* SQLite no longer counts its memory, which takes a lock for every piece. Before SQLite is first used; a function with
   a variable number of arguments cannot be called from Swift. */
int csqlite_count_no_memory(void);
