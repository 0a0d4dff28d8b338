// A program as the foreground job of its own session on its own pseudo-terminal, as under a shell.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

typedef struct {
  int master;    // what a terminal emulator holds; does not block
  int slave;     // kept open, to look at the line settings
  int notes;     // a wait status (int) for each change of the job; does not block
  pid_t leader;  // the stand-in for the shell
  pid_t program;
} cpt_job;

/// Starts `path` with `arguments` and `environment` (both end with NULL) on a terminal of that size.
/// Returns 0, or -1 with errno.
int cpt_start(
    cpt_job *job, const char *path, char *const arguments[], char *const environment[], int rows, int columns);

/// Changes the window's size.
void cpt_resize(const cpt_job *job, int rows, int columns);

/// Continues the job in the foreground, as `fg` does.
void cpt_foreground(const cpt_job *job);

/// Closes the window; the job is hung up.
void cpt_close_window(cpt_job *job);

/// Ends everything. Safe to call twice.
void cpt_end(cpt_job *job);

/// Whether the line takes whole lines, echoes and makes signals of control characters, as a shell wants it.
bool cpt_line_is_sane(const cpt_job *job);

bool cpt_stopped(int status);
bool cpt_continued(int status);
/// The exit code, or minus the signal that ended the program.
int cpt_result(int status);
