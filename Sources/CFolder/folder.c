#include "CFolder.h"

#include <fcntl.h>
#include <malloc.h>
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

void memory_keep(void) {
  // Whether the C library takes the advice changes only the speed. 32 MiB is the most it takes for a block.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}
