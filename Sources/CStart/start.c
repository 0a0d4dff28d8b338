#include "CStart.h"

#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// The Swift runtime handles crashes by running a program called swift-backtrace, which it looks for beside the binary and
// above it: whoever may write there would run code as whoever crashes. It handles only signals that nobody else does, and
// decides that when it starts; so until then somebody else does. Its variable SWIFT_BACKTRACE would be the plain way, but
// the runtime finds the arguments of the command line beside the environment, and setting a variable moves that away.
//
// In a debug build the runtime is a library of its own, starts earlier still, and keeps its handlers, which tell a developer
// where it crashed. Whoever names the program to be run by SWIFT_BACKTRACE gets it.

static const int handled_by_the_runtime[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
enum { COUNT = sizeof handled_by_the_runtime / sizeof *handled_by_the_runtime };
static bool is_held[COUNT];

static void set(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigaction(number, &action, NULL);
}

static bool is(int number, void (*handler)(int)) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && !(action.sa_flags & SA_SIGINFO) && action.sa_handler == handler;
}

/// Runs ahead of all constructors without a priority, as the runtime's is. A crash ends the process all the same: what the
/// processor raises cannot be ignored.
__attribute__((constructor(101))) static void begin(void) {
  const char *wish = getenv("SWIFT_BACKTRACE");
  if (wish != NULL && strstr(wish, "swift-backtrace=") != NULL) return;
  for (int i = 0; i < COUNT; i++) {
    is_held[i] = is(handled_by_the_runtime[i], SIG_DFL);
    if (is_held[i]) set(handled_by_the_runtime[i], SIG_IGN);
  }
}

void start_finish(void) {
  for (int i = 0; i < COUNT; i++) {
    if (is_held[i] && is(handled_by_the_runtime[i], SIG_IGN)) set(handled_by_the_runtime[i], SIG_DFL);
    is_held[i] = false;
  }
}
