// Signals: the orderly ones become bytes in a pipe, the others restore the terminal and take their course.
#include "CTerminal.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

volatile sig_atomic_t ct_is_ending = 0;

static const int orderly[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
enum { ORDERLY = sizeof orderly / sizeof *orderly, CRASHES = sizeof crashes / sizeof *crashes };
enum { FIRST_SIGNAL = 1, LAST_SIGNAL = __SIGRTMAX };

static struct sigaction orderly_before[ORDERLY], deadly_before[LAST_SIGNAL + 1];
static sigset_t mask_before;
static int descriptors[2] = {-1, -1};
static time_t first_end = 0;
static char crash_stack[64 * 1024];
static stack_t crash_stack_before;

static bool is_in(int signal, const int *list, int count) {
  for (int i = 0; i < count; i++) {
    if (list[i] == signal) return true;
  }
  return false;
}

static bool is_crash(int signal) { return is_in(signal, crashes, CRASHES); }

/// Whether a signal can be caught, ends a process that does not catch it, and is none of the orderly ones.
static bool is_deadly(int signal) {
  // The first two cannot be caught, the others are ignored or stop the process.
  static const int others[] = {SIGKILL, SIGSTOP, SIGCHLD, SIGURG, SIGTTIN, SIGTTOU};
  if (is_in(signal, others, sizeof others / sizeof *others)) return false;
  // Those between the last ordinary one and the first for anybody's use are the C library's own.
  bool is_reserved = signal >= __SIGRTMIN && signal < SIGRTMIN;
  return !is_reserved && !is_in(signal, orderly, ORDERLY);
}

static bool ends(int signal) {
  return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

static void handle(int signal, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static void take_default_course(int signal) {
  handle(signal, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(signal);
}

static void on_orderly(int signal) {
  int saved = errno;
  if (ends(signal)) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    // The first asks; one that comes when that was not heeded for a second does not ask again.
    if (ct_is_ending && signal != SIGHUP && now.tv_sec > first_end + 1) {
      ct_emergency_restore();
      take_default_course(signal);
    }
    if (!ct_is_ending) first_end = now.tv_sec;
    ct_is_ending = 1;
  }
  unsigned char byte = (unsigned char)signal;
  // A full pipe holds enough to wake the loop.
  ssize_t ignored = write(descriptors[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void on_deadly(int signal) {
  ct_emergency_restore();
  take_default_course(signal);
}

void ct_signals_remember(void) {
  for (int i = 0; i < ORDERLY; i++) sigaction(orderly[i], NULL, &orderly_before[i]);
  for (int i = FIRST_SIGNAL; i <= LAST_SIGNAL; i++) {
    if (is_deadly(i)) sigaction(i, NULL, &deadly_before[i]);
  }
}

int ct_signals_install(void) {
  pthread_sigmask(SIG_BLOCK, NULL, &mask_before);
  if (pipe2(descriptors, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  ct_is_ending = 0;
  first_end = 0;

  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  if (sigaltstack(NULL, &crash_stack_before) == 0 && (crash_stack_before.ss_flags & SS_DISABLE)) {
    sigaltstack(&stack, NULL);
  }
  // A parent with threads often starts its children with signals blocked: then nothing could end this process.
  sigset_t heard;
  sigemptyset(&heard);
  for (int i = 0; i < ORDERLY; i++) sigaddset(&heard, orderly[i]);
  for (int i = 0; i < CRASHES; i++) sigaddset(&heard, crashes[i]);
  pthread_sigmask(SIG_UNBLOCK, &heard, &mask_before);
  for (int i = 0; i < ORDERLY; i++) {
    // What was ignored from the start, as under nohup, stays so.
    bool ignored = orderly_before[i].sa_handler == SIG_IGN && ends(orderly[i]);
    if (!ignored) handle(orderly[i], on_orderly);
  }
  struct sigaction action = {.sa_handler = on_deadly, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = FIRST_SIGNAL; i <= LAST_SIGNAL; i++) {
    // What was ignored from the start ends nobody, and what somebody else handles is theirs; but for a crash.
    if (is_deadly(i) && (is_crash(i) || deadly_before[i].sa_handler == SIG_DFL)) sigaction(i, &action, NULL);
  }
  return 0;
}

void ct_signals_restore(void) {
  for (int i = 0; i < ORDERLY; i++) sigaction(orderly[i], &orderly_before[i], NULL);
  for (int i = FIRST_SIGNAL; i <= LAST_SIGNAL; i++) {
    if (is_deadly(i)) sigaction(i, &deadly_before[i], NULL);
  }
  pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
  if (crash_stack_before.ss_flags & SS_DISABLE) sigaltstack(&crash_stack_before, NULL);
  for (int i = 0; i < 2; i++) {
    if (descriptors[i] >= 0) close(descriptors[i]);
    descriptors[i] = -1;
  }
}

int ct_signals_descriptor(void) { return descriptors[0]; }

int ct_take_signals(void) {
  int taken = 0;
  unsigned char bytes[64];
  ssize_t count;
  while ((count = read(descriptors[0], bytes, sizeof bytes)) > 0) {
    for (ssize_t i = 0; i < count; i++) {
      switch (bytes[i]) {
        case SIGWINCH: taken |= CT_WINDOW_CHANGED; break;
        case SIGTSTP: taken |= CT_STOP; break;
        case SIGCONT: taken |= CT_CONTINUED; break;
        case SIGINT: taken |= CT_INTERRUPT; break;
        case SIGTERM: taken |= CT_TERMINATE; break;
        case SIGHUP: taken |= CT_HANGUP_SIGNAL; break;
        case SIGQUIT: taken |= CT_QUIT; break;
        default: break;
      }
    }
  }
  return taken;
}

void ct_signals_stop(bool group) {
  // Being continued is no news to one who waits for it.
  handle(SIGCONT, SIG_DFL);
  if (group) {
    // The rest of the job first, while this process does not listen: another thread might take the signal and
    // this one would run on until the stop.
    handle(SIGTSTP, SIG_IGN);
    kill(0, SIGTSTP);
  }
  take_default_course(SIGTSTP);
  // In the background the terminal is not ours to take: stop again, as reading from it would.
  for (int tries = 0; tries < 100 && !ct_is_ending; tries++) {
    pid_t owner = tcgetpgrp(STDIN_FILENO);
    if (owner < 0 || owner == getpgrp()) break;
    raise(SIGTTOU);
  }
  handle(SIGTSTP, on_orderly);
  handle(SIGCONT, on_orderly);
}

_Noreturn void ct_die(int signal) {
  take_default_course(signal);
  // Only where the signal was blocked or is not deadly.
  _exit(128 + signal);
}
