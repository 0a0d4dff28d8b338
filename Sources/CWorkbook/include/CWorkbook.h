// Writing workbooks (XLSX) through libxlsxwriter, which is opened when the first one is written: a program that writes
// none starts without the library, and on a machine that lacks it.

#ifndef C_WORKBOOK_H
#define C_WORKBOOK_H

#include <stddef.h>
#include <stdint.h>

// A workbook that is being written. Not for use by two threads at once.
typedef struct workbook_writer workbook_writer;

enum workbook_style { WORKBOOK_HEADER, WORKBOOK_HEADING, WORKBOOK_CELL, WORKBOOK_ALARM };

// Begins a workbook; NULL where that fails, and `*reason` says why, as text that outlives the program's use of it.
// `created`: seconds since 1970-01-01 00:00 UTC, not 0.
workbook_writer *workbook_begin(const char *title, int64_t created, const char **reason);

// Begins a worksheet for printing on A4, landscape, one page wide, its first row on every page; 0 where that fails.
int workbook_add_worksheet_for_print(workbook_writer *writer, const char *name, const char *footer);

// Sets the width of a column of the current worksheet, in characters.
void workbook_set_width(workbook_writer *writer, uint16_t column, double characters);

// Makes a row of the current worksheet as high as so many lines of text.
void workbook_set_lines(workbook_writer *writer, uint32_t row, int lines);

// Writes a text into a cell of the current worksheet; never a formula. 0 where that fails.
int workbook_write(workbook_writer *writer, uint32_t row, uint16_t column, const char *text, enum workbook_style style);

// Begins a page of the current worksheet before each of `count` rows; of more than 1,023 the first are taken.
void workbook_break_pages(workbook_writer *writer, const uint32_t *rows, size_t count);

// Ends a workbook and forgets the writer. Returns a descriptor that holds the file, at its end, or -1, and `*reason` says
// why. The caller closes it.
int workbook_end(workbook_writer *writer, const char **reason);

#endif
