/// What of Linux's file system and the C library's memory Swift cannot see.
#ifndef CFOLDER_H
#define CFOLDER_H

/// Gives each of two paths the other's place in one step; 0, or -1 with errno set.
int folder_exchange(const char *first, const char *second);

/// The magic number of the file system that a path is on, as statfs(2) lists them; -1 with errno set.
long folder_file_system(const char *path);

/// Keeps memory that is freed for what is asked for next, rather than give large blocks back to the system.
void memory_keep(void);

#endif
