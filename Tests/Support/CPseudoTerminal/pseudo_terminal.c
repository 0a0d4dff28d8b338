#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// The leader is forked from a process with threads: until it ends it may only do what a signal handler may.
enum { TTY = 0, NOTES = 3 };
static volatile pid_t child;

static void note(int value) {
  ssize_t ignored = write(NOTES, &value, sizeof value);
  (void)ignored;
}

static void on_foreground(int signal) {
  (void)signal;
  tcsetpgrp(TTY, child);
  kill(-child, SIGCONT);
}

static void on_hangup(int signal) {
  (void)signal;
  kill(-child, SIGHUP);
  kill(-child, SIGCONT);
  _exit(0);
}

static void handle(int signal, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigaction(signal, &action, NULL);
}

static _Noreturn void run(const char *path, char *const arguments[], char *const environment[]) {
  setpgid(0, 0);
  tcsetpgrp(TTY, getpid());
  for (int signal = 1; signal < 32; signal++) handle(signal, SIG_DFL);
  close(NOTES);
  execve(path, arguments, environment);
  _exit(127);
}

static _Noreturn void lead(
    int slave, int notes, const char *path, char *const arguments[], char *const environment[]) {
  int tty = fcntl(slave, F_DUPFD, 100);
  int report = fcntl(notes, F_DUPFD, 100);
  for (int i = 0; i < 3; i++) dup2(tty, i);
  dup2(report, NOTES);
  // Other tests' terminals: a window is only closed when nobody holds it.
  close_range(NOTES + 1, ~0U, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  ioctl(TTY, TIOCSCTTY, 0);
  handle(SIGTTOU, SIG_IGN);
  child = fork();
  if (child == 0) run(path, arguments, environment);
  setpgid(child, child);
  handle(SIGUSR1, on_foreground);
  handle(SIGHUP, on_hangup);
  note(child);
  for (;;) {
    int status;
    pid_t changed = waitpid(child, &status, WUNTRACED | WCONTINUED);
    if (changed < 0 && errno == EINTR) continue;
    if (changed < 0) _exit(1);
    if (WIFSTOPPED(status)) tcsetpgrp(TTY, getpgrp());
    note(status);
    if (WIFEXITED(status) || WIFSIGNALED(status)) break;
  }
  // The session lives on until the test has looked at the terminal.
  for (;;) pause();
}

static int open_terminal(cpt_job *job, int rows, int columns) {
  job->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (job->master < 0 || grantpt(job->master) != 0 || unlockpt(job->master) != 0) return -1;
  char name[128];
  if (ptsname_r(job->master, name, sizeof name) != 0) return -1;
  job->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (job->slave < 0) return -1;
  fcntl(job->master, F_SETFL, O_NONBLOCK);
  cpt_resize(job, rows, columns);
  return 0;
}

int cpt_start(
    cpt_job *job, const char *path, char *const arguments[], char *const environment[], int rows, int columns) {
  int notes[2];
  if (open_terminal(job, rows, columns) != 0 || pipe2(notes, O_CLOEXEC) != 0) return -1;
  job->leader = fork();
  if (job->leader < 0) return -1;
  if (job->leader == 0) lead(job->slave, notes[1], path, arguments, environment);
  close(notes[1]);
  job->notes = notes[0];
  int program = 0;
  if (read(job->notes, &program, sizeof program) != sizeof program) return -1;
  job->program = program;
  fcntl(job->notes, F_SETFL, O_NONBLOCK);
  return 0;
}

void cpt_resize(const cpt_job *job, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(job->master, TIOCSWINSZ, &size);
}

void cpt_foreground(const cpt_job *job) { kill(job->leader, SIGUSR1); }

void cpt_close_window(cpt_job *job) {
  if (job->master >= 0) close(job->master);
  job->master = -1;
}

void cpt_end(cpt_job *job) {
  if (job->leader <= 0) return;
  kill(-job->program, SIGKILL);
  kill(job->leader, SIGKILL);
  waitpid(job->leader, NULL, 0);
  cpt_close_window(job);
  close(job->slave);
  close(job->notes);
  job->leader = 0;
}

bool cpt_line_is_sane(const cpt_job *job) {
  struct termios line;
  if (tcgetattr(job->slave, &line) != 0) return false;
  tcflag_t wanted = ICANON | ECHO | ISIG;
  return (line.c_lflag & wanted) == wanted && (line.c_oflag & OPOST) && (line.c_iflag & ICRNL);
}

bool cpt_stopped(int status) { return WIFSTOPPED(status); }
bool cpt_continued(int status) { return WIFCONTINUED(status); }
int cpt_result(int status) { return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status); }
