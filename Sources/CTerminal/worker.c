// Threads that leave the signals to the one that draws.
#include "CTerminal.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { CRASH_STACK = 64 * 1024 };

typedef struct {
  void (*work)(void *context);
  void *context;
  char crash_stack[CRASH_STACK];
} worker;

static void *run(void *argument) {
  worker *self = argument;
  stack_t stack = {.ss_sp = self->crash_stack, .ss_size = CRASH_STACK};
  sigaltstack(&stack, NULL);
  self->work(self->context);
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(self);
  return NULL;
}

int ct_worker_start(unsigned long *thread, void (*work)(void *context), void *context) {
  worker *self = malloc(sizeof *self);
  if (self == NULL) return ENOMEM;
  self->work = work;
  self->context = context;

  // A new thread inherits the mask: all but what a fault of its own raises.
  sigset_t set, before;
  sigfillset(&set);
  const int faults[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&set, faults[i]);
  pthread_sigmask(SIG_BLOCK, &set, &before);
  pthread_t started;
  int result = pthread_create(&started, NULL, run, self);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (result != 0) {
    free(self);
    return result;
  }
  *thread = started;
  return 0;
}

void ct_worker_join(unsigned long thread) { pthread_join(thread, NULL); }
void ct_worker_detach(unsigned long thread) { pthread_detach(thread); }
