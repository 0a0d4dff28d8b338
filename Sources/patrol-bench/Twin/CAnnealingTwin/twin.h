// What the parts of the twin share. Everything is inlined into one loop, as it is in Swift.
#ifndef TWIN_H
#define TWIN_H

#include "CAnnealingTwin.h"

#define TWIN_INLINE static inline __attribute__((always_inline))

enum { ROW_BITS = 20, TALLY_SIZE = 16, CLASS_MINUTES = 5, CLASS_SHIFT_COUNT = 8 };
static const int64_t ROW_MASK = (1 << ROW_BITS) - 1;

typedef const struct twin_kernel *twin;

TWIN_INLINE int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }
TWIN_INLINE int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }
TWIN_INLINE int64_t days_of(int64_t work) { return (int32_t)work; }
TWIN_INLINE int64_t minutes_of(int64_t work) { return (work - days_of(work)) >> 32; }

TWIN_INLINE int64_t penalty(const int32_t *limit, int64_t sum, bool is_minutes) {
  int64_t below = larger(0, limit[0] - sum);
  int64_t above = larger(0, sum - limit[1]);
  if (is_minutes) {
    below = (uint32_t)(below + 59) / 60;
    above = (uint32_t)(above + 59) / 60;
  }
  return below * limit[2] + above * limit[3];
}

#endif
