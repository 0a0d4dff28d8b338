// What gives the terminal back when the program cannot: async-signal-safe throughout.
#include "internal.h"

#include <errno.h>
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

void ct_emergency_restore(void) {
  if (!ct_is_taken) return;
  ct_is_taken = 0;
  // A process in the background may set the line, but would be stopped for it.
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  for (size_t sent = 0; sent < restore_count;) {
    ssize_t count = write(STDOUT_FILENO, restore_bytes + sent, restore_count - sent);
    if (count < 0 && errno != EINTR) break;
    if (count > 0) sent += (size_t)count;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &line_settings);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
