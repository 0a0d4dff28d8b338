#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// The calls of the C library that this library stands in for are made here as system calls.

static char folder[PATH_MAX];
static size_t folder_length;
static int log_file = -1;
static long kill_at, fail_at, step;
static bool kills_in_half, fails_from_there_on, refuses_locks;
static int failure = EIO;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

/// The call that fails: its name, a pattern of its path, and which of those it is; and all after it where that is ordered.
static struct {
  char name[32];
  char pattern[PATH_MAX];
  long number;
  bool goes_on, in_half;
  long seen;
} fault;
static int calls_file = -1;
/// Whether the call that this thread makes moves only half of its bytes.
static __thread bool is_halved;

static int opened_for_lines(const char *variable) {
  const char *path = getenv(variable);
  if (path == NULL) return -1;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) abort();
  return file;
}

/// Reads `3 pread .patrol/journal.sqlite`, or `3+` for the third and all calls after it, or `3/2` for half of the third.
static void order_fault(const char *order) {
  char *rest;
  fault.number = strtol(order, &rest, 10);
  fault.goes_on = *rest == '+';
  fault.in_half = strncmp(rest, "/2", 2) == 0;
  const char *words = strchr(rest, ' ');
  if (words == NULL || sscanf(words, " %31s %4095[^\n]", fault.name, fault.pattern) < 2) abort();
}

__attribute__((constructor)) static void start(void) {
  const char *watched = getenv("FILE_RECORDER_FOLDER");
  if (watched == NULL || realpath(watched, folder) == NULL) return;
  log_file = opened_for_lines("FILE_RECORDER_LOG");
  calls_file = opened_for_lines("FILE_RECORDER_CALLS");
  const char *order = getenv("FILE_RECORDER_FAIL_CALL");
  if (order != NULL) order_fault(order);
  char *rest = "";
  const char *number = getenv("FILE_RECORDER_KILL_AT");
  if (number != NULL) kill_at = strtol(number, &rest, 10);
  kills_in_half = strcmp(rest, "/2") == 0;
  rest = "";
  number = getenv("FILE_RECORDER_FAIL_AT");
  if (number != NULL) fail_at = strtol(number, &rest, 10);
  fails_from_there_on = strcmp(rest, "+") == 0;
  number = getenv("FILE_RECORDER_ERROR");
  if (number != NULL) failure = atoi(number);
  const char *locks = getenv("FILE_RECORDER_LOCKS");
  refuses_locks = locks != NULL && strcmp(locks, "none") == 0;
  folder_length = strlen(folder);
}

bool watch_is_on(void) { return folder_length > 0; }

bool watch_refuses_locks(void) { return refuses_locks; }

/// Whether an absolute path is in the folder.
static bool is_inside(const char *absolute, struct watched_path *path) {
  if (folder_length == 0 || strncmp(absolute, folder, folder_length) != 0) return false;
  const char *rest = absolute + folder_length;
  if (*rest != '\0' && *rest != '/') return false;
  if (path != NULL) strcpy(path->text, *rest == '/' ? rest + 1 : rest);
  return true;
}

/// The absolute path of an open file; false where it has none.
static bool path_of(int file, char absolute[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, absolute, PATH_MAX - 1);
  if (length >= 0) absolute[length] = '\0';
  return length >= 0;
}

bool watch_file(int file, struct watched_path *path) {
  if (folder_length == 0) return false;
  int error = errno;
  char absolute[PATH_MAX];
  bool inside = path_of(file, absolute) && is_inside(absolute, path);
  errno = error;
  return inside;
}

bool watch_name(int base, const char *name, struct watched_path *path) {
  if (folder_length == 0 || strlen(name) >= PATH_MAX) return false;
  int error = errno;
  char around[PATH_MAX], last[PATH_MAX], parent[PATH_MAX], absolute[2 * PATH_MAX + 1];
  strcpy(around, name);
  for (size_t end = strlen(around); end > 1 && around[end - 1] == '/'; end--) around[end - 1] = '\0';
  char *slash = strrchr(around, '/');
  strcpy(last, slash == NULL ? around : slash + 1);
  if (slash != NULL) slash[slash == around ? 1 : 0] = '\0';
  int opened = (int)syscall(SYS_openat, base, slash == NULL ? "." : around, O_PATH | O_DIRECTORY | O_CLOEXEC, 0);
  bool inside = false;
  if (opened >= 0 && path_of(opened, parent)) {
    int length = snprintf(absolute, sizeof absolute, "%s/%s", strcmp(parent, "/") == 0 ? "" : parent, last);
    inside = length < PATH_MAX && is_inside(absolute, path);
  }
  if (opened >= 0) syscall(SYS_close, opened);
  errno = error;
  return inside;
}

/// Whether a call of this kind may fail with the error that is ordered.
static bool fits(unsigned kind) {
  switch (failure) {
    case ENOSPC:
    case EDQUOT: return kind & takes_room;
    case EACCES:
    case EPERM: return kind & goes_by_name;
    case ENOLCK: return kind & locks;
    case EMFILE:
    case ENFILE: return kind & opens;
    case ENOMEM: return kind & maps;
    default: return true;
  }
}

/// Writes a call down and counts it: whether it is to fail.
static bool is_at_fault(const char *name, unsigned kind, const struct watched_path *path) {
  is_halved = false;
  const char *shown = path->text[0] == '\0' ? "." : path->text;
  bool is_next = fault.number > 0 && strcmp(name, fault.name) == 0 && fnmatch(fault.pattern, shown, 0) == 0;
  if (is_next) fault.seen++;
  bool is_past = fault.goes_on && fault.seen >= fault.number;
  bool is_due = is_past || (is_next && fault.seen == fault.number);
  if (is_due) is_due = fault.in_half ? kind & transfers : fits(kind);
  if (calls_file >= 0 && (fault.number == 0 || is_due)) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%u %s %s\n", kind, name, shown);
    if (syscall(SYS_write, calls_file, line, length) != length) abort();
  }
  is_halved = is_due && fault.in_half;
  return is_due && !fault.in_half;
}

static bool begin(
    const char *name, unsigned kind, const struct watched_path *path, void (*half)(const void *),
    const void *argument) {
  pthread_mutex_lock(&turn);
  // Between programs the log's own lock makes an operation and its line in the log one.
  while (log_file >= 0 && syscall(SYS_flock, log_file, LOCK_EX) != 0 && errno == EINTR) continue;
  step++;
  if (step == kill_at) {
    if (kills_in_half && half != NULL) half(argument);
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  bool is_due = fail_at > 0 && (fails_from_there_on ? step >= fail_at : step == fail_at) && fits(kind);
  if (!is_at_fault(name, kind, path) && !is_due) return true;
  errno = failure;
  watch_end();
  return false;
}

bool watch_begin(const char *name, unsigned kind, const struct watched_path *path) {
  return begin(name, kind, path, NULL, NULL);
}

bool watch_begin_write(
    const char *name, const struct watched_path *path, void (*half)(const void *), const void *argument) {
  return begin(name, takes_room | transfers, path, half, argument);
}

bool watch_look(const char *name, unsigned kind, const struct watched_path *path) {
  int error = errno;
  pthread_mutex_lock(&turn);
  bool is_due = is_at_fault(name, kind, path);
  pthread_mutex_unlock(&turn);
  errno = is_due ? failure : error;
  return !is_due;
}

size_t watch_share(size_t count) {
  if (!is_halved) return count;
  is_halved = false;
  return count > 1 ? count / 2 : count;
}

void watch_end(void) {
  int error = errno;
  if (log_file >= 0) syscall(SYS_flock, log_file, LOCK_UN);
  pthread_mutex_unlock(&turn);
  errno = error;
}

void watch_log(const char *operation, unsigned long long inode, long long number, const void *bytes, size_t count) {
  if (log_file < 0) return;
  int error = errno;
  char line[128];
  int length = snprintf(line, sizeof line, "%s %llu %lld %zu\n", operation, inode, number, count);
  struct iovec parts[] = {{line, (size_t)length}, {(void *)bytes, count}};
  // A log with a hole would give wrong verdicts.
  if (syscall(SYS_writev, log_file, parts, 2) != (long)(length + (long)count)) abort();
  errno = error;
}

void watch_log_two(const char *operation, const struct watched_path *first, const struct watched_path *second) {
  char both[2 * PATH_MAX];
  size_t length = strlen(first->text);
  memcpy(both, first->text, length + 1);
  strcpy(both + length + 1, second->text);
  watch_log(operation, 0, 0, both, length + 1 + strlen(second->text));
}
