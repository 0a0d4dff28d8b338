#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// Each call of the C library that changes files, in its own words: those of `man 2`.

/// The status of a name as the system says it: the C library's own call is one that can be ordered to fail.
static bool status_of(int folder, const char *name, int flags, struct stat *status) {
  int error = errno;
  bool is_there = syscall(SYS_newfstatat, folder, name, status, flags) == 0;
  errno = error;
  return is_there;
}

static unsigned long long inode_of(int file) {
  struct stat status;
  return status_of(file, "", AT_EMPTY_PATH, &status) ? status.st_ino : 0;
}

// Opening

static int open_at(int folder, const char *name, int flags, mode_t mode) {
  struct watched_path path;
  if (!watch_is_on() || !watch_name(folder, name, &path)) return (int)syscall(SYS_openat, folder, name, flags, mode);
  struct stat before, after;
  bool was_there = status_of(folder, name, (flags & O_EXCL) ? AT_SYMLINK_NOFOLLOW : 0, &before);
  bool changes = (flags & (O_CREAT | O_TRUNC)) != 0 && (!was_there || (flags & O_TRUNC) != 0);
  if (!changes) {
    if (!watch_look("open", goes_by_name | opens, &path)) return -1;
    return (int)syscall(SYS_openat, folder, name, flags, mode);
  }
  if (!watch_begin("create", takes_room | goes_by_name | opens, &path)) return -1;
  int file = (int)syscall(SYS_openat, folder, name, flags, mode);
  if (file >= 0 && status_of(file, "", AT_EMPTY_PATH, &after)) {
    if ((flags & O_TMPFILE) == O_TMPFILE) watch_log("other", 0, 0, "O_TMPFILE", 9);
    watch_file(file, &path);
    if (!was_there) watch_log("create", after.st_ino, after.st_mode & 07777, path.text, strlen(path.text));
    else if (flags & O_TRUNC) watch_log("size", after.st_ino, 0, "", 0);
  }
  watch_end();
  return file;
}

/// The mode after the flags of a call, where there is one.
#define MODE_AFTER(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *name, int flags, ...) {
  MODE_AFTER(flags)
  return open_at(AT_FDCWD, name, flags, mode);
}
int open64(const char *name, int flags, ...) {
  MODE_AFTER(flags)
  return open_at(AT_FDCWD, name, flags, mode);
}
int openat(int folder, const char *name, int flags, ...) {
  MODE_AFTER(flags)
  return open_at(folder, name, flags, mode);
}
int openat64(int folder, const char *name, int flags, ...) {
  MODE_AFTER(flags)
  return open_at(folder, name, flags, mode);
}
int creat(const char *name, mode_t mode) { return open_at(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *name, mode_t mode) { return creat(name, mode); }
int __open_2(const char *name, int flags) { return open_at(AT_FDCWD, name, flags, 0); }
int __open64_2(const char *name, int flags) { return open_at(AT_FDCWD, name, flags, 0); }

// Writing

struct half_write {
  int file;
  const void *bytes;
  size_t count;
  off_t offset;
};

static void write_half(const void *argument) {
  const struct half_write *half = argument;
  if (half->offset < 0) syscall(SYS_write, half->file, half->bytes, half->count / 2);
  else syscall(SYS_pwrite64, half->file, half->bytes, half->count / 2, half->offset);
}

/// Writes at an offset, or where the file stands if that is negative.
static ssize_t write_at(
    const char *name, const struct watched_path *path, int file, const void *bytes, size_t count, off_t offset) {
  struct half_write half = {file, bytes, count, offset};
  if (!watch_begin_write(name, path, write_half, &half)) return -1;
  count = watch_share(count);
  ssize_t written = offset < 0 ? syscall(SYS_write, file, bytes, count)
                               : syscall(SYS_pwrite64, file, bytes, count, offset);
  if (written > 0) {
    off_t start = offset < 0 ? syscall(SYS_lseek, file, 0, SEEK_CUR) - written : offset;
    watch_log("write", inode_of(file), start, bytes, (size_t)written);
  }
  watch_end();
  return written;
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (file == STDOUT_FILENO && watch_is_on()) {
    // A word to whoever reads is no step of its own, but it has its place among them.
    ssize_t written = syscall(SYS_write, file, bytes, count);
    if (written > 0) watch_log("mark", (unsigned long long)getpid(), 0, bytes, (size_t)written);
    return written;
  }
  struct watched_path path;
  return watch_file(file, &path) ? write_at("write", &path, file, bytes, count, -1)
                                 : syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  struct watched_path path;
  return watch_file(file, &path) ? write_at("pwrite", &path, file, bytes, count, offset)
                                 : syscall(SYS_pwrite64, file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return pwrite(file, bytes, count, offset);
}

static int cut(int file, off_t size) {
  struct watched_path path;
  if (!watch_file(file, &path)) return (int)syscall(SYS_ftruncate, file, size);
  if (!watch_begin("ftruncate", takes_room, &path)) return -1;
  int result = (int)syscall(SYS_ftruncate, file, size);
  if (result == 0) watch_log("size", inode_of(file), size, "", 0);
  watch_end();
  return result;
}
int ftruncate(int file, off_t size) { return cut(file, size); }
int ftruncate64(int file, off64_t size) { return cut(file, size); }

// Making sure

static int synced(int file, long call) {
  struct watched_path path;
  if (!watch_file(file, &path)) return (int)syscall(call, file);
  if (!watch_begin("fsync", takes_room, &path)) return -1;
  int result = (int)syscall(call, file);
  if (result == 0) watch_log("sync", inode_of(file), 0, "", 0);
  watch_end();
  return result;
}
int fsync(int file) { return synced(file, SYS_fsync); }
int fdatasync(int file) { return synced(file, SYS_fdatasync); }

// Names

static int rename_at(int from, const char *old, int to, const char *new, unsigned flags) {
  struct watched_path first, second;
  bool leaves = watch_name(from, old, &first), comes = watch_name(to, new, &second);
  if (!leaves && !comes) return (int)syscall(SYS_renameat2, from, old, to, new, flags);
  if (!watch_begin("rename", goes_by_name | takes_room, comes ? &second : &first)) return -1;
  int result = (int)syscall(SYS_renameat2, from, old, to, new, flags);
  if (leaves != comes) watch_log("other", 0, 0, "rename", 6);
  else if (result == 0) watch_log_two((flags & RENAME_EXCHANGE) ? "exchange" : "rename", &first, &second);
  watch_end();
  return result;
}
int rename(const char *old, const char *new) { return rename_at(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return rename_at(from, old, to, new, 0); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  return rename_at(from, old, to, new, flags);
}

static int remove_at(int folder, const char *name, int flags) {
  struct watched_path path;
  if (!watch_name(folder, name, &path)) return (int)syscall(SYS_unlinkat, folder, name, flags);
  if (!watch_begin("unlink", goes_by_name, &path)) return -1;
  int result = (int)syscall(SYS_unlinkat, folder, name, flags);
  if (result == 0) watch_log("remove", 0, 0, path.text, strlen(path.text));
  watch_end();
  return result;
}
int unlink(const char *name) { return remove_at(AT_FDCWD, name, 0); }
int unlinkat(int folder, const char *name, int flags) { return remove_at(folder, name, flags); }
int rmdir(const char *name) { return remove_at(AT_FDCWD, name, AT_REMOVEDIR); }

int mkdirat(int folder, const char *name, mode_t mode) {
  struct watched_path path;
  if (!watch_name(folder, name, &path)) return (int)syscall(SYS_mkdirat, folder, name, mode);
  if (!watch_begin("mkdir", takes_room | goes_by_name, &path)) return -1;
  int result = (int)syscall(SYS_mkdirat, folder, name, mode);
  struct stat status;
  if (result == 0 && status_of(folder, name, AT_SYMLINK_NOFOLLOW, &status))
    watch_log("folder", status.st_ino, status.st_mode & 07777, path.text, strlen(path.text));
  watch_end();
  return result;
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

// Owners and modes

int fchmod(int file, mode_t mode) {
  struct watched_path path;
  if (!watch_file(file, &path)) return (int)syscall(SYS_fchmod, file, mode);
  if (!watch_begin("fchmod", takes_nothing, &path)) return -1;
  int result = (int)syscall(SYS_fchmod, file, mode);
  if (result == 0) watch_log("mode", inode_of(file), mode, "", 0);
  watch_end();
  return result;
}

int chmod(const char *name, mode_t mode) {
  struct watched_path path;
  if (!watch_name(AT_FDCWD, name, &path)) return (int)syscall(SYS_fchmodat, AT_FDCWD, name, mode);
  if (!watch_begin("chmod", goes_by_name, &path)) return -1;
  int result = (int)syscall(SYS_fchmodat, AT_FDCWD, name, mode);
  struct stat status;
  if (result == 0 && status_of(AT_FDCWD, name, 0, &status)) watch_log("mode", status.st_ino, mode, "", 0);
  watch_end();
  return result;
}

int fchown(int file, uid_t owner, gid_t group) {
  struct watched_path path;
  if (!watch_file(file, &path)) return (int)syscall(SYS_fchown, file, owner, group);
  if (!watch_begin("fchown", takes_nothing, &path)) return -1;
  int result = (int)syscall(SYS_fchown, file, owner, group);
  watch_end();
  return result;
}

int chown(const char *name, uid_t owner, gid_t group) {
  struct watched_path path;
  bool is_watched = watch_name(AT_FDCWD, name, &path);
  if (is_watched && !watch_begin("chown", goes_by_name, &path)) return -1;
  int result = (int)syscall(SYS_fchownat, AT_FDCWD, name, owner, group, 0);
  if (is_watched) watch_end();
  return result;
}
