#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

// Locks, which the system may have no room for.

static bool is_lock(int command) {
  switch (command) {
    case F_GETLK:
    case F_SETLK:
    case F_SETLKW:
    case F_OFD_SETLK:
    case F_OFD_SETLKW: return true;
    default: return false;
  }
}

static int control(int file, int command, void *argument) {
  struct watched_path path;
  if (is_lock(command) && watch_file(file, &path)) {
    if (watch_refuses_locks() && command != F_GETLK) {
      errno = ENOLCK;
      return -1;
    }
    bool frees = ((const struct flock *)argument)->l_type == F_UNLCK;
    if (!watch_look(frees ? "unlock" : "lock", frees ? takes_nothing : locks, &path)) return -1;
  }
  return (int)syscall(SYS_fcntl, file, command, argument);
}

/// What follows the command is a number or an address, or nothing: passed on as it is.
#define CONTROL(file, command) \
  va_list rest; \
  va_start(rest, command); \
  void *argument = va_arg(rest, void *); \
  va_end(rest); \
  return control(file, command, argument);

int fcntl(int file, int command, ...) { CONTROL(file, command) }
int fcntl64(int file, int command, ...) { CONTROL(file, command) }

int flock(int file, int operation) {
  struct watched_path path;
  if (watch_file(file, &path)) {
    if (operation != LOCK_UN && watch_refuses_locks()) {
      errno = ENOLCK;
      return -1;
    }
    bool frees = operation == LOCK_UN;
    if (!watch_look(frees ? "unlock" : "flock", frees ? takes_nothing : locks, &path)) return -1;
  }
  return (int)syscall(SYS_flock, file, operation);
}
