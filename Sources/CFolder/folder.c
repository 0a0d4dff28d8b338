#include "CFolder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/vfs.h>

int folder_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

long folder_file_system(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return -1;
  return (long)((unsigned long)status.f_type & 0xFFFFFFFFul);
}
