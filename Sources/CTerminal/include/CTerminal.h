// The terminal as the product sees it: a narrow face over ncurses, termios and signals.
//
// There is one terminal, so there is one state, and all functions but ct_wake are for the thread that opened it.
// Nothing here knows what is drawn. The only user of <curses.h>.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// One cell to show. `width` is 1 or 2; colours are palette numbers or -1 for the terminal's own.
typedef struct {
  uint32_t scalars[3];
  uint8_t width;
  uint8_t attributes;
  int16_t foreground;
  int16_t background;
} ct_cell;

enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8 };

enum {
  CT_OPENED = 0,
  CT_NOT_A_TERMINAL = 1,
  CT_CANNOT_DRAW = 2,
  CT_ALREADY_OPEN = 3,
  CT_SYSTEM_ERROR = 4,
};

/// Takes the terminal on standard input and output: raw, alternate screen, signals and crashes handled.
/// A terminal type that is not known is replaced by xterm-256color. Sets errno for CT_SYSTEM_ERROR.
int ct_open(bool mouse, bool focus);

/// Gives the terminal back as it was and the signals to whom they belonged. Safe to call twice.
void ct_close(void);

/// The type in use, and whether it had to be replaced.
const char *ct_type(void);
bool ct_type_was_replaced(void);

/// Colours the terminal shows; 0 for none.
int ct_colors(void);

/// Whether the locale's character set is UTF-8; and whether it has `scalar`.
bool ct_is_utf8(void);
bool ct_encodes(uint32_t scalar);

/// The bytes that the terminal sends for the key with this terminfo name; NULL if there is no such key.
const char *ct_key_sequence(const char *name);

/// Reads the window's size and fits the screen to it.
void ct_measure(int *height, int *width);

/// Puts cells, left to right. Must lie inside the screen.
void ct_put(int row, int column, const ct_cell *cells, int count);

/// Makes the next flush draw everything anew.
void ct_invalidate(void);

/// Draws what was put. The cursor is hidden where the row is negative.
void ct_flush(int cursor_row, int cursor_column);

/// Switches mouse reports.
void ct_set_mouse(bool mouse);

/// Sends bytes to the terminal as they are, whole.
void ct_send(const char *bytes, size_t count);

enum { CT_INPUT = 1, CT_SIGNAL = 2, CT_WOKEN = 4, CT_HANGUP = 8 };

/// Waits until there is something of the above, or `milliseconds` have passed (-1: no limit). A negative
/// descriptor is not waited for.
int ct_wait(int wake_descriptor, int milliseconds);

/// Reads what has been typed, in UTF-8; 0 at the end of the terminal. `count` must be at least 8.
ssize_t ct_read(uint8_t *bytes, size_t count);

enum {
  CT_WINDOW_CHANGED = 1,
  CT_STOP = 2,
  CT_CONTINUED = 4,
  CT_INTERRUPT = 8,
  CT_TERMINATE = 16,
  CT_HANGUP_SIGNAL = 32,
  CT_QUIT = 64,
};

/// The signals that arrived since the last call.
int ct_take_signals(void);

/// Gives the terminal back, stops the process (and with `group`, the job it belongs to) as a shell expects, and
/// takes the terminal again when the process is continued in the foreground. False when it was told to end meanwhile:
/// then the terminal stays given back.
bool ct_suspend(bool group);

/// Takes the terminal again after the process was stopped without being asked.
void ct_resume(void);

/// Ends the process by `signal`, as if it had never been handled.
_Noreturn void ct_die(int signal);

/// A descriptor that becomes readable when woken from any thread, and stays so until drained; -1 on error.
int ct_wake_open(void);
void ct_wake(int descriptor);
void ct_wake_drain(int descriptor);
void ct_wake_close(int descriptor);

/// Starts a thread for work beside the terminal: signals go to other threads, and an overflow of its stack restores
/// the terminal too. Returns 0, or the error number. To be joined or detached once.
int ct_worker_start(unsigned long *thread, void (*work)(void *context), void *context);
void ct_worker_join(unsigned long thread);
void ct_worker_detach(unsigned long thread);
