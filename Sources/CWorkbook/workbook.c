#include "CWorkbook.h"

#if __has_include(<xlsxwriter.h>)

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

// The functions of the library that are used, as its header declares them.
#define FUNCTIONS(use)                                                                                                 \
  use(workbook_new) use(workbook_set_properties) use(workbook_add_worksheet) use(workbook_add_format)                  \
  use(workbook_close) use(worksheet_write_string) use(worksheet_set_column) use(worksheet_set_row)                     \
  use(worksheet_repeat_rows)                                                                                           \
  use(worksheet_set_landscape) use(worksheet_set_paper) use(worksheet_set_print_scale) use(worksheet_set_h_pagebreaks)    \
  use(worksheet_set_footer) use(worksheet_freeze_panes) use(worksheet_set_margins) use(format_set_bold)                \
  use(format_set_text_wrap) use(format_set_border) use(format_set_bg_color) use(format_set_align)                      \
  use(format_set_font_size) use(lxw_strerror)

struct library {
#define MEMBER(name) __typeof__(&name) name;
  FUNCTIONS(MEMBER)
};

struct workbook_writer {
  struct library call;
  int descriptor;
  lxw_workbook *workbook;
  lxw_worksheet *worksheet;
  lxw_format *formats[WORKBOOK_ALARM + 1];
};

static const char missing[] = "libxlsxwriter is not installed; on Debian, install libxlsxwriter4";
static const char no_memory[] = "there is not enough memory";

// Stays open until the program ends: it is opened once a run, and its texts are used after a workbook is done.
static int open_library(struct library *library) {
  void *handle = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return 0;
#define FIND(name)                                                                                                     \
  *(void **)&library->name = dlsym(handle, #name);                                                                     \
  if (library->name == NULL) return 0;
  FUNCTIONS(FIND)
  return 1;
}

static lxw_format *make_format(workbook_writer *writer, enum workbook_style style) {
  struct library *call = &writer->call;
  lxw_format *format = call->workbook_add_format(writer->workbook);
  if (format == NULL) return NULL;
  call->format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (style) {
  case WORKBOOK_HEADER:
    call->format_set_bold(format);
    call->format_set_border(format, LXW_BORDER_THIN);
    call->format_set_bg_color(format, 0xD9D9D9);
    break;
  case WORKBOOK_HEADING:
    call->format_set_bold(format);
    call->format_set_font_size(format, 13);
    break;
  case WORKBOOK_ALARM:
    call->format_set_bold(format);
    call->format_set_bg_color(format, 0xF4B9B0);
    call->format_set_border(format, LXW_BORDER_THIN);
    call->format_set_text_wrap(format);
    break;
  case WORKBOOK_CELL:
    call->format_set_border(format, LXW_BORDER_THIN);
    call->format_set_text_wrap(format);
    break;
  }
  return format;
}

workbook_writer *workbook_begin(const char *title, int64_t created, const char **reason) {
  workbook_writer *writer = calloc(1, sizeof *writer);
  *reason = no_memory;
  if (writer == NULL) return NULL;
  writer->descriptor = -1;
  if (!open_library(&writer->call)) {
    *reason = missing;
    goto failed;
  }
  // The library writes to a path: that of a file in memory, so that no half file is ever on a disk.
  writer->descriptor = memfd_create("patrol-workbook", MFD_CLOEXEC);
  if (writer->descriptor < 0) goto failed;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", writer->descriptor);
  writer->workbook = writer->call.workbook_new(path);
  if (writer->workbook == NULL) goto failed;
  lxw_doc_properties properties;
  memset(&properties, 0, sizeof properties);
  properties.title = (char *)title;
  properties.created = (time_t)created;
  if (writer->call.workbook_set_properties(writer->workbook, &properties) != LXW_NO_ERROR) goto failed;
  for (int style = 0; style <= WORKBOOK_ALARM; style++) {
    writer->formats[style] = make_format(writer, style);
    if (writer->formats[style] == NULL) goto failed;
  }
  return writer;

failed:
  // A workbook that was begun can only be forgotten by being written.
  if (writer->workbook != NULL) writer->call.workbook_close(writer->workbook);
  if (writer->descriptor >= 0) close(writer->descriptor);
  free(writer);
  return NULL;
}

int workbook_add_worksheet_for_print(workbook_writer *writer, const char *name, const char *footer) {
  struct library *call = &writer->call;
  lxw_worksheet *worksheet = call->workbook_add_worksheet(writer->workbook, name);
  if (worksheet == NULL) return 0;
  writer->worksheet = worksheet;
  call->worksheet_set_landscape(worksheet);
  call->worksheet_set_paper(worksheet, 9); // A4
  call->worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6);
  // The columns as wide as a page. Fitting to pages instead would make spreadsheets pass over the page breaks.
  call->worksheet_set_print_scale(worksheet, 72);
  call->worksheet_repeat_rows(worksheet, 0, 0);
  call->worksheet_freeze_panes(worksheet, 1, 0);
  return call->worksheet_set_footer(worksheet, footer) == LXW_NO_ERROR;
}

void workbook_set_width(workbook_writer *writer, uint16_t column, double characters) {
  writer->call.worksheet_set_column(writer->worksheet, column, column, characters, NULL);
}

void workbook_set_lines(workbook_writer *writer, uint32_t row, int lines) {
  writer->call.worksheet_set_row(writer->worksheet, row, lines * LXW_DEF_ROW_HEIGHT, NULL);
}

int workbook_write(workbook_writer *writer, uint32_t row, uint16_t column, const char *text,
                   enum workbook_style style) {
  return writer->call.worksheet_write_string(writer->worksheet, row, column, text, writer->formats[style]) ==
         LXW_NO_ERROR;
}

void workbook_break_pages(workbook_writer *writer, const uint32_t *rows, size_t count) {
  enum { most_breaks = 1023 };
  if (count > most_breaks) count = most_breaks;
  // The list ends with 0, before which no page can break.
  lxw_row_t *breaks = calloc(count + 1, sizeof *breaks);
  if (breaks == NULL) return;
  for (size_t index = 0; index < count; index++) breaks[index] = rows[index];
  writer->call.worksheet_set_h_pagebreaks(writer->worksheet, breaks);
  free(breaks);
}

int workbook_end(workbook_writer *writer, const char **reason) {
  int descriptor = writer->descriptor;
  lxw_error error = writer->call.workbook_close(writer->workbook);
  if (error != LXW_NO_ERROR) {
    *reason = writer->call.lxw_strerror(error);
    close(descriptor);
    descriptor = -1;
  }
  free(writer);
  return descriptor;
}

#else

struct workbook_writer {
  char unused;
};

workbook_writer *workbook_begin(const char *title, int64_t created, const char **reason) {
  (void)title, (void)created;
  *reason = "this program was built without libxlsxwriter-dev; install it and build again";
  return NULL;
}

int workbook_add_worksheet_for_print(workbook_writer *writer, const char *name, const char *footer) {
  (void)writer, (void)name, (void)footer;
  return 0;
}

void workbook_set_width(workbook_writer *writer, uint16_t column, double characters) {
  (void)writer, (void)column, (void)characters;
}

void workbook_set_lines(workbook_writer *writer, uint32_t row, int lines) {
  (void)writer, (void)row, (void)lines;
}

int workbook_write(workbook_writer *writer, uint32_t row, uint16_t column, const char *text,
                   enum workbook_style style) {
  (void)writer, (void)row, (void)column, (void)text, (void)style;
  return 0;
}

void workbook_break_pages(workbook_writer *writer, const uint32_t *rows, size_t count) {
  (void)writer, (void)rows, (void)count;
}

int workbook_end(workbook_writer *writer, const char **reason) {
  (void)writer;
  *reason = "";
  return -1;
}

#endif
