// What gives the terminal back when the program cannot: async-signal-safe throughout.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

volatile sig_atomic_t ct_is_taken = 0;

static char restore_bytes[512];
static size_t restore_count = 0;
static struct termios line_settings;

void ct_emergency_prepare(const char *bytes, size_t count, const struct termios *line) {
  restore_count = count < sizeof restore_bytes ? count : 0;
  memcpy(restore_bytes, bytes, restore_count);
  line_settings = *line;
}

/// A terminal that has stopped taking bytes must not keep the process from ending.
static void send_without_hanging(const char *bytes, size_t count) {
  enum { PATIENCE_MILLISECONDS = 500 };
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    } else if (errno == EAGAIN) {
      struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
      if (poll(&terminal, 1, PATIENCE_MILLISECONDS) <= 0) break;
    } else if (errno != EINTR) {
      break;
    }
  }
  fcntl(STDOUT_FILENO, F_SETFL, flags);
}

void ct_emergency_restore(void) {
  if (!ct_is_taken) return;
  ct_is_taken = 0;
  // A process in the background may set the line, but would be stopped for it.
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  send_without_hanging(restore_bytes, restore_count);
  tcsetattr(STDIN_FILENO, TCSANOW, &line_settings);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
