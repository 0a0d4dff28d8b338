#include "watch.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

// Calls that change nothing: they are not in the log, but each can be ordered to fail.

// Reading

ssize_t read(int file, void *bytes, size_t count) {
  struct watched_path path;
  if (!watch_file(file, &path)) return syscall(SYS_read, file, bytes, count);
  if (!watch_look("read", transfers, &path)) return -1;
  return syscall(SYS_read, file, bytes, watch_share(count));
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  struct watched_path path;
  if (!watch_file(file, &path)) return syscall(SYS_pread64, file, bytes, count, offset);
  if (!watch_look("pread", transfers, &path)) return -1;
  return syscall(SYS_pread64, file, bytes, watch_share(count), offset);
}
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) { return pread(file, bytes, count, offset); }

/// A file is closed even where that is told as an error.
int close(int file) {
  struct watched_path path;
  bool is_due = watch_file(file, &path) && !watch_look("close", takes_nothing, &path);
  int error = errno;
  int result = (int)syscall(SYS_close, file);
  if (is_due) errno = error;
  return is_due ? -1 : result;
}

// Looking at what is there

static int status_at(int folder, const char *name, struct stat *status, int flags) {
  struct watched_path path;
  bool is_file = (flags & AT_EMPTY_PATH) != 0 && name[0] == '\0';
  bool is_watched = is_file ? watch_file(folder, &path) : watch_name(folder, name, &path);
  if (is_watched && !watch_look("stat", is_file ? takes_nothing : goes_by_name, &path)) return -1;
  return (int)syscall(SYS_newfstatat, folder, name, status, flags);
}
int fstatat(int folder, const char *name, struct stat *status, int flags) {
  return status_at(folder, name, status, flags);
}
int stat(const char *name, struct stat *status) { return status_at(AT_FDCWD, name, status, 0); }
int lstat(const char *name, struct stat *status) { return status_at(AT_FDCWD, name, status, AT_SYMLINK_NOFOLLOW); }
int fstat(int file, struct stat *status) { return status_at(file, "", status, AT_EMPTY_PATH); }
// Where numbers have 64 bits both structures are one.
int fstatat64(int folder, const char *name, struct stat64 *status, int flags) {
  return status_at(folder, name, (struct stat *)status, flags);
}
int stat64(const char *name, struct stat64 *status) { return stat(name, (struct stat *)status); }
int lstat64(const char *name, struct stat64 *status) { return lstat(name, (struct stat *)status); }
int fstat64(int file, struct stat64 *status) { return fstat(file, (struct stat *)status); }

int faccessat(int folder, const char *name, int mode, int flags) {
  struct watched_path path;
  if (watch_name(folder, name, &path) && !watch_look("access", goes_by_name, &path)) return -1;
  return (int)syscall(SYS_faccessat2, folder, name, mode, flags);
}
int access(const char *name, int mode) { return faccessat(AT_FDCWD, name, mode, 0); }

ssize_t readlinkat(int folder, const char *name, char *target, size_t size) {
  struct watched_path path;
  if (watch_name(folder, name, &path) && !watch_look("readlink", goes_by_name, &path)) return -1;
  return syscall(SYS_readlinkat, folder, name, target, size);
}
ssize_t readlink(const char *name, char *target, size_t size) { return readlinkat(AT_FDCWD, name, target, size); }

int statfs(const char *name, struct statfs *status) {
  struct watched_path path;
  if (watch_name(AT_FDCWD, name, &path) && !watch_look("statfs", goes_by_name, &path)) return -1;
  return (int)syscall(SYS_statfs, name, status);
}
int statfs64(const char *name, struct statfs64 *status) { return statfs(name, (struct statfs *)status); }

// What the C library does in several calls of its own

/// The C library's function of this name, for a caller that knows its type.
static void *own(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (function == NULL) errno = ENOSYS;
  return function;
}

char *realpath(const char *name, char *resolved) {
  struct watched_path path;
  if (watch_name(AT_FDCWD, name, &path) && !watch_look("realpath", goes_by_name, &path)) return NULL;
  char *(*function)(const char *, char *) = own("realpath");
  return function == NULL ? NULL : function(name, resolved);
}

DIR *opendir(const char *name) {
  struct watched_path path;
  if (watch_name(AT_FDCWD, name, &path) && !watch_look("opendir", goes_by_name | opens, &path)) return NULL;
  DIR *(*function)(const char *) = own("opendir");
  return function == NULL ? NULL : function(name);
}

struct dirent *readdir(DIR *folder) {
  struct watched_path path;
  if (watch_file(dirfd(folder), &path) && !watch_look("readdir", takes_nothing, &path)) return NULL;
  struct dirent *(*function)(DIR *) = own("readdir");
  return function == NULL ? NULL : function(folder);
}
struct dirent64 *readdir64(DIR *folder) { return (struct dirent64 *)readdir(folder); }
