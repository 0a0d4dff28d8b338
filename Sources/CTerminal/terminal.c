// Opening, drawing, closing: the only file that knows ncurses.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static const char fallback_type[] = "xterm-256color";

static SCREEN *screen = NULL;
static char type[64];
static bool is_replaced, is_utf8, wants_mouse, wants_focus;
static struct termios line_before;

void ct_send(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent < 0 && errno != EINTR) return;
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    }
  }
}

static void send_text(const char *text) { ct_send(text, strlen(text)); }

static const char *capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == NULL || value == (char *)-1 ? NULL : value;
}

/// Whether a type is known, and whether it can place the cursor.
static int examine(const char *name) {
  int found = 0;
  if (setupterm((char *)name, STDOUT_FILENO, &found) != OK) return CT_SYSTEM_ERROR;
  int result = capability("cup") == NULL ? CT_CANNOT_DRAW : CT_OPENED;
  del_curterm(cur_term);
  return result;
}

static int choose_type(void) {
  const char *wanted = getenv("TERM");
  is_replaced = true;
  if (wanted != NULL && *wanted != '\0' && strlen(wanted) < sizeof type) {
    int known = examine(wanted);
    if (known != CT_SYSTEM_ERROR) {
      is_replaced = false;
      strcpy(type, wanted);
      return known;
    }
  }
  strcpy(type, fallback_type);
  return examine(type) == CT_OPENED ? CT_OPENED : CT_CANNOT_DRAW;
}

/// The locale's character set; where no locale was chosen, or one that is not there, UTF-8.
static void choose_locale(void) {
  setlocale(LC_ALL, "");
  if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0) setlocale(LC_CTYPE, "C.UTF-8");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// Sequences with padding are for machines that are gone; taking the padding out keeps the rest.
static void append_capability(char *bytes, size_t size, const char *name) {
  const char *value = capability(name);
  if (value == NULL) return;
  size_t count = strlen(bytes);
  while (*value != '\0' && count + 1 < size) {
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end != NULL) {
        value = end + 1;
        continue;
      }
    }
    bytes[count++] = *value++;
  }
  bytes[count] = '\0';
}

static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";
static const char focus_on[] = "\033[?1004h";
static const char focus_off[] = "\033[?1004l";
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

static void prepare_emergency(void) {
  char bytes[480] = "";
  strcat(bytes, mouse_off);
  strcat(bytes, focus_off);
  strcat(bytes, paste_off);
  append_capability(bytes, sizeof bytes, "rmkx");
  append_capability(bytes, sizeof bytes, "sgr0");
  append_capability(bytes, sizeof bytes, "cnorm");
  append_capability(bytes, sizeof bytes, "rmcup");
  ct_emergency_prepare(bytes, strlen(bytes), &line_before);
}

/// What ncurses does not switch.
static void switch_modes_on(void) {
  char keys[64] = "";
  append_capability(keys, sizeof keys, "smkx");
  send_text(keys);
  send_text(paste_on);
  if (wants_mouse) send_text(mouse_on);
  if (wants_focus) send_text(focus_on);
}

static void switch_modes_off(void) {
  if (wants_focus) send_text(focus_off);
  if (wants_mouse) send_text(mouse_off);
  send_text(paste_off);
  char keys[64] = "";
  append_capability(keys, sizeof keys, "rmkx");
  send_text(keys);
}

int ct_open(bool mouse, bool focus) {
  if (screen != NULL) return CT_ALREADY_OPEN;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &line_before) != 0) return CT_SYSTEM_ERROR;
  choose_locale();
  int known = choose_type();
  if (known != CT_OPENED) return known;
  wants_mouse = mouse;
  wants_focus = focus;

  ct_signals_remember();
  set_escdelay(25);
  screen = newterm(type, stdout, stdin);
  if (screen == NULL) return CT_CANNOT_DRAW;
  prepare_emergency();
  if (ct_signals_install() != 0) {
    int reason = errno;
    ct_close();
    errno = reason;
    return CT_SYSTEM_ERROR;
  }
  ct_is_taken = 1;
  raw();
  noecho();
  nonl();
  mouseinterval(0);
  scrollok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  switch_modes_on();
  return CT_OPENED;
}

/// The terminal as it was found; the process keeps its handlers.
static void leave(void) {
  if (!ct_is_taken) return;
  switch_modes_off();
  curs_set(1);
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &line_before);
  ct_is_taken = 0;
}

static void enter(void) {
  if (ct_is_taken) return;
  ct_is_taken = 1;
  reset_prog_mode();
  switch_modes_on();
  clearok(curscr, TRUE);
}

void ct_close(void) {
  if (screen == NULL) return;
  // A process that is ended in the background must not be stopped for giving the terminal back.
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  leave();
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  delscreen(screen);
  screen = NULL;
  ct_signals_restore();
}

bool ct_suspend(bool group) {
  leave();
  ct_signals_stop(group);
  if (!ct_is_ending) enter();
  return ct_is_taken;
}

void ct_resume(void) {
  ct_is_taken = 0;
  enter();
}

const char *ct_type(void) { return type; }
bool ct_type_was_replaced(void) { return is_replaced; }
int ct_colors(void) { return has_colors() ? COLORS : 0; }
bool ct_is_utf8(void) { return is_utf8; }

bool ct_encodes(uint32_t scalar) {
  char bytes[MB_LEN_MAX];
  mbstate_t state = {0};
  return wcrtomb(bytes, (wchar_t)scalar, &state) != (size_t)-1;
}

const char *ct_key_sequence(const char *name) { return capability(name); }

void ct_measure(int *height, int *width) {
  struct winsize window = {0};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0) {
    // Nobody has such a window; a broken one must not take all memory.
    int tall = window.ws_row < 1000 ? window.ws_row : 1000;
    int wide = window.ws_col < 2000 ? window.ws_col : 2000;
    if (tall != LINES || wide != COLS) resizeterm(tall, wide);
  }
  *height = LINES;
  *width = COLS;
}

static attr_t attributes_of(const ct_cell *cell) {
  attr_t result = A_NORMAL;
  if (cell->attributes & CT_BOLD) result |= A_BOLD;
  if (cell->attributes & CT_DIM) result |= A_DIM;
  if (cell->attributes & CT_UNDERLINE) result |= A_UNDERLINE;
  if (cell->attributes & CT_REVERSE) result |= A_REVERSE;
  return result;
}

static int pair_of(const ct_cell *cell) {
  if (!has_colors() || (cell->foreground < 0 && cell->background < 0)) return 0;
  int pair = alloc_pair(cell->foreground, cell->background);
  return pair < 0 ? 0 : pair;
}

/// The characters of a cell; those whose width the C library sees otherwise, and would misplace, are replaced.
static int characters_of(const ct_cell *cell, wchar_t text[static 4]) {
  wchar_t base = (wchar_t)cell->scalars[0];
  int length = 0;
  if (base >= 0x20 && base < 0x7F) {
    text[length++] = base;
  } else if (wcwidth(base) == cell->width) {
    text[length++] = base;
  } else {
    text[length++] = is_utf8 ? 0xFFFD : L'?';
  }
  for (int i = 1; i < 3 && cell->scalars[i] != 0; i++) {
    if (wcwidth((wchar_t)cell->scalars[i]) == 0) text[length++] = (wchar_t)cell->scalars[i];
  }
  text[length] = 0;
  return wcwidth(text[0]);
}

void ct_put(int row, int column, const ct_cell *cells, int count) {
  enum { CHUNK = 128 };
  cchar_t line[2 * CHUNK];
  int taken = 0;
  while (taken < count) {
    int filled = 0;
    int covered = 0;
    for (int i = 0; i < CHUNK && taken < count; i++, taken++) {
      const ct_cell *cell = &cells[taken];
      int pair = pair_of(cell);
      attr_t attributes = attributes_of(cell);
      wchar_t text[4];
      int width = characters_of(cell, text);
      setcchar(&line[filled++], text, attributes, 0, &pair);
      if (width < cell->width) setcchar(&line[filled++], L" ", attributes, 0, &pair);
      covered += cell->width;
    }
    mvadd_wchnstr(row, column, line, filled);
    column += covered;
  }
}

void ct_invalidate(void) { clearok(curscr, TRUE); }

void ct_flush(int cursor_row, int cursor_column) {
  if (!ct_is_taken) return;
  if (cursor_row >= 0) {
    move(cursor_row, cursor_column);
    wnoutrefresh(stdscr);
    doupdate();
    curs_set(1);
  } else {
    curs_set(0);
    wnoutrefresh(stdscr);
    doupdate();
  }
  fflush(stdout);
}

void ct_set_mouse(bool mouse) {
  if (mouse == wants_mouse) return;
  wants_mouse = mouse;
  send_text(mouse ? mouse_on : mouse_off);
}
