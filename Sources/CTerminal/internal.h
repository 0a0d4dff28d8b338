// Shared by the files of this target only.
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Signals that end the program in order, and whether one of them has arrived.
extern volatile sig_atomic_t ct_is_ending;

/// Whether the terminal is ours now, so that a crash must give it back.
extern volatile sig_atomic_t ct_is_taken;

/// Installs the handlers; 0, or -1 with errno.
int ct_signals_install(void);

/// Puts back the handlers found by ct_signals_remember.
void ct_signals_restore(void);

/// Remembers the handlers in force before ncurses sets its own.
void ct_signals_remember(void);

/// Stops this process, and with `group` its job, with the default action.
void ct_signals_stop(bool group);

/// The reading end of the pipe that the handlers write to.
int ct_signals_descriptor(void);

/// Sets what a crash does: the bytes it sends and the line settings it restores. Not while the terminal is taken.
void ct_emergency_prepare(const char *bytes, size_t count, const struct termios *line);
void ct_emergency_restore(void);
