/// What the calls need to know of the folder that is watched, and how they are counted and written down.
#ifndef WATCH_H
#define WATCH_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/// A path relative to the watched folder.
struct watched_path {
  char text[PATH_MAX];
};

/// What an operation is, for the faults that are ordered.
enum watched_kind {
  /// May need room on the disk.
  takes_room,
  /// Needs none.
  takes_none,
};

/// Whether a program is watched at all.
bool watch_is_on(void);

/// Whether an open file is in the folder; its path there is written to `path` unless that is NULL.
bool watch_file(int file, struct watched_path *path);

/// Whether a name is in the folder, a link as the last part of it not followed.
bool watch_name(int folder, const char *name, struct watched_path *path);

/// Whether there are to be no locks.
bool watch_refuses_locks(void);

/// Begins an operation, of which there is one at a time: false, with errno set, where it is ordered to fail.
///
/// `half` is called with its argument before a kill that was ordered to leave half of a write; it may be NULL.
bool watch_begin(enum watched_kind kind, void (*half)(const void *), const void *argument);

/// Writes an operation down.
void watch_log(const char *operation, unsigned long long inode, long long number, const void *bytes, size_t count);

/// Writes an operation on two paths down.
void watch_log_two(const char *operation, const struct watched_path *first, const struct watched_path *second);

/// Ends what `watch_begin` began; errno stays as it is.
void watch_end(void);

#endif
