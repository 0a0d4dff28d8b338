#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// Calls that the programs under test are not known to make: one of them would leave a hole in the log, so it is named.

static void name_it(int file, const char *call) {
  struct watched_path path;
  if (!watch_file(file, &path) || !watch_begin(call, takes_nothing, &path)) return;
  watch_log("other", 0, 0, call, strlen(call));
  watch_end();
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  name_it(file, "writev");
  return syscall(SYS_writev, file, parts, count);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  name_it(file, "pwritev");
  return syscall(SYS_pwritev, file, parts, count, offset, 0);
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) {
  return pwritev(file, parts, count, offset);
}

int fallocate(int file, int mode, off_t offset, off_t count) {
  name_it(file, "fallocate");
  return (int)syscall(SYS_fallocate, file, mode, offset, count);
}
int posix_fallocate(int file, off_t offset, off_t count) {
  int error = errno;
  int result = fallocate(file, 0, offset, count) == 0 ? 0 : errno;
  errno = error;
  return result;
}
int posix_fallocate64(int file, off64_t offset, off64_t count) { return posix_fallocate(file, offset, count); }

ssize_t copy_file_range(int from, off64_t *start, int to, off64_t *place, size_t count, unsigned flags) {
  name_it(to, "copy_file_range");
  return syscall(SYS_copy_file_range, from, start, to, place, count, flags);
}
ssize_t sendfile(int to, int from, off_t *start, size_t count) {
  name_it(to, "sendfile");
  return syscall(SYS_sendfile, to, from, start, count);
}
ssize_t sendfile64(int to, int from, off64_t *start, size_t count) { return sendfile(to, from, start, count); }

static int truncate_name(const char *name, off_t size) {
  struct watched_path path;
  if (watch_name(AT_FDCWD, name, &path) && watch_begin("truncate", takes_nothing, &path)) {
    watch_log("other", 0, 0, "truncate", 8);
    watch_end();
  }
  return (int)syscall(SYS_truncate, name, size);
}
int truncate(const char *name, off_t size) { return truncate_name(name, size); }
int truncate64(const char *name, off64_t size) { return truncate_name(name, size); }

static int link_name(const char *call, int folder, const char *name) {
  struct watched_path path;
  if (watch_name(folder, name, &path) && watch_begin(call, takes_nothing, &path)) {
    watch_log("other", 0, 0, call, strlen(call));
    watch_end();
  }
  return 0;
}
int linkat(int from, const char *old, int to, const char *new, int flags) {
  link_name("link", to, new);
  return (int)syscall(SYS_linkat, from, old, to, new, flags);
}
int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }
int symlinkat(const char *old, int to, const char *new) {
  link_name("symlink", to, new);
  return (int)syscall(SYS_symlinkat, old, to, new);
}
int symlink(const char *old, const char *new) { return symlinkat(old, AT_FDCWD, new); }

/// Memory that is shared with a file changes it without a call; SQLite's `-shm` does, and is built anew after a crash.
static void *mapped(void *address, size_t count, int protection, int flags, int file, off_t offset) {
  struct watched_path path;
  if (file >= 0 && (flags & MAP_ANONYMOUS) == 0 && watch_file(file, &path)) {
    size_t length = strlen(path.text);
    bool is_told = (flags & MAP_SHARED) == 0 || (protection & PROT_WRITE) == 0;
    bool is_shared_memory = length >= 4 && strcmp(path.text + length - 4, "-shm") == 0;
    if (!is_told && !is_shared_memory) name_it(file, "mmap");
    else if (!watch_look("mmap", maps, &path)) return MAP_FAILED;
  }
  return (void *)syscall(SYS_mmap, address, count, protection, flags, file, offset);
}
void *mmap(void *address, size_t count, int protection, int flags, int file, off_t offset) {
  return mapped(address, count, protection, flags, file, offset);
}
void *mmap64(void *address, size_t count, int protection, int flags, int file, off64_t offset) {
  return mapped(address, count, protection, flags, file, offset);
}
