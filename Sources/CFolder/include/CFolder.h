/// What of Linux's file system calls Swift cannot see.
#ifndef CFOLDER_H
#define CFOLDER_H

/// Gives each of two paths the other's place in one step; 0, or -1 with errno set.
int folder_exchange(const char *first, const char *second);

#endif
