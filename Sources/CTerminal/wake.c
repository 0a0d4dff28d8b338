// Waking the loop from another thread, and waiting for all that can wake it.
#include "CTerminal.h"
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

int ct_wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void ct_wake(int descriptor) {
  uint64_t one = 1;
  ssize_t ignored = write(descriptor, &one, sizeof one);
  (void)ignored;
}

void ct_wake_drain(int descriptor) {
  uint64_t count;
  ssize_t ignored = read(descriptor, &count, sizeof count);
  (void)ignored;
}

void ct_wake_close(int descriptor) { close(descriptor); }

int ct_wait(int wake_descriptor, int milliseconds) {
  struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = ct_signals_descriptor(), .events = POLLIN},
      {.fd = wake_descriptor, .events = POLLIN},
  };
  int ready = poll(sources, 3, milliseconds);
  if (ready < 0) return errno == EINTR ? CT_SIGNAL : CT_HANGUP;
  int found = 0;
  if (sources[0].revents & POLLIN) found |= CT_INPUT;
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CT_HANGUP;
  if (sources[1].revents & POLLIN) found |= CT_SIGNAL;
  if (sources[2].revents & POLLIN) found |= CT_WOKEN;
  return found;
}
