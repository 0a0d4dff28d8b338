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

/// What a call does, by which it is told whether an error that is ordered fits it.
enum watched_kind {
  /// It may need room on the disk.
  takes_room = 1,
  /// It finds a file by its name, which permissions may forbid.
  goes_by_name = 2,
  /// It asks for a lock.
  locks = 4,
  /// It needs a descriptor.
  opens = 8,
  /// It needs memory.
  maps = 16,
  /// It moves bytes, of which there may be fewer than were asked for.
  transfers = 32,
  /// Nothing of these.
  takes_nothing = 0,
};

/// Whether a program is watched at all.
bool watch_is_on(void);

/// Whether an open file is in the folder; its path there is written to `path` unless that is NULL.
bool watch_file(int file, struct watched_path *path);

/// Whether a name is in the folder, a link as the last part of it not followed.
bool watch_name(int folder, const char *name, struct watched_path *path);

/// Whether there are to be no locks.
bool watch_refuses_locks(void);

/// Begins an operation, a call that changes files, of which there is one at a time: false, with errno set, where it is
/// ordered to fail.
bool watch_begin(const char *name, unsigned kind, const struct watched_path *path);

/// The same for a call that writes: `half`, called with its argument, writes half of it, before a kill that was ordered
/// to leave that.
bool watch_begin_write(
    const char *name, const struct watched_path *path, void (*half)(const void *), const void *argument);

/// Lets a call that changes nothing pass: false, with errno set, where it is ordered to fail.
bool watch_look(const char *name, unsigned kind, const struct watched_path *path);

/// How many of so many bytes the call that has just been let pass is to move: all, or half where that is ordered.
size_t watch_share(size_t count);

/// Writes an operation down.
void watch_log(const char *operation, unsigned long long inode, long long number, const void *bytes, size_t count);

/// Writes an operation on two paths down.
void watch_log_two(const char *operation, const struct watched_path *first, const struct watched_path *second);

/// Ends what `watch_begin` began; errno stays as it is.
void watch_end(void);

#endif
