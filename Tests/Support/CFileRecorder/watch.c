#include "watch.h"

#include <errno.h>
#include <fcntl.h>
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

__attribute__((constructor)) static void start(void) {
  const char *watched = getenv("FILE_RECORDER_FOLDER");
  if (watched == NULL || realpath(watched, folder) == NULL) return;
  const char *log = getenv("FILE_RECORDER_LOG");
  if (log != NULL) {
    log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_file < 0) abort();
  }
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

bool watch_file(int file, struct watched_path *path) {
  if (folder_length == 0) return false;
  int error = errno;
  char link[64], absolute[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, absolute, sizeof absolute - 1);
  errno = error;
  if (length < 0) return false;
  absolute[length] = '\0';
  return is_inside(absolute, path);
}

bool watch_name(int base, const char *name, struct watched_path *path) {
  if (folder_length == 0 || strlen(name) >= PATH_MAX) return false;
  int error = errno;
  char around[PATH_MAX], last[PATH_MAX];
  strcpy(around, name);
  for (size_t end = strlen(around); end > 1 && around[end - 1] == '/'; end--) around[end - 1] = '\0';
  char *slash = strrchr(around, '/');
  strcpy(last, slash == NULL ? around : slash + 1);
  if (slash != NULL) slash[slash == around ? 1 : 0] = '\0';
  int opened = (int)syscall(SYS_openat, base, slash == NULL ? "." : around, O_PATH | O_DIRECTORY | O_CLOEXEC, 0);
  struct watched_path parent;
  bool inside = opened >= 0 && watch_file(opened, &parent);
  if (opened >= 0) close(opened);
  if (inside) {
    const char *between = parent.text[0] == '\0' ? "" : "/";
    int length = snprintf(path->text, sizeof path->text, "%s%s%s", parent.text, between, last);
    inside = length < (int)sizeof path->text;
  }
  errno = error;
  return inside;
}

bool watch_begin(enum watched_kind kind, void (*half)(const void *), const void *argument) {
  pthread_mutex_lock(&turn);
  // Between programs the log's own lock makes an operation and its line in the log one.
  while (log_file >= 0 && syscall(SYS_flock, log_file, LOCK_EX) != 0 && errno == EINTR) continue;
  step++;
  if (step == kill_at) {
    if (kills_in_half && half != NULL) half(argument);
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  bool is_due = fail_at > 0 && (fails_from_there_on ? step >= fail_at : step == fail_at);
  if (!is_due || (failure == ENOSPC && kind != takes_room)) return true;
  errno = failure;
  watch_end();
  return false;
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
