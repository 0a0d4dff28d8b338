#include "CJournal.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

static bool is_refusal(int code) { return code == ENOSPC || code == EDQUOT || code == EFBIG; }

int journal_refusal_of_room(void *connection) {
  int code = sqlite3_system_errno((sqlite3 *)connection);
  if (is_refusal(code)) return code;
  // By the time that SQLite asks for the number it is mostly another; its files keep their own.
  static const int files[] = {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER};
  for (int i = 0; i < 2; i++) {
    sqlite3_file *file = NULL;
    if (sqlite3_file_control((sqlite3 *)connection, "main", files[i], &file) != SQLITE_OK) continue;
    if (file == NULL || file->pMethods == NULL) continue;
    code = 0;
    if (file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code) == SQLITE_OK && is_refusal(code)) return code;
  }
  return 0;
}

int journal_leave_log(void *connection) {
  return sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
