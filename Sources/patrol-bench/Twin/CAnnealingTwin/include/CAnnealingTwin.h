/// The inner loop of annealing by rows once more, in C: the yardstick that the Swift one is measured against.
///
/// Same buffers, same algorithm, same random numbers; see RosterEngine's AnnealingKernel for what everything means.
#ifndef CANNEALINGTWIN_H
#define CANNEALINGTWIN_H

#include <stdbool.h>
#include <stdint.h>

struct twin_need {
  int32_t minimum, preferred, maximum, missing, shortage, surplus;
};

struct twin_member {
  int32_t steps, part_size, letters, limits, count_limits, hard_sums;
  uint64_t limited_codes;
};

struct twin_kernel {
  int64_t staff_count, day_count, duty_count, code_count, kind_count;
  int32_t *cell_row, *cell_cost;
  uint8_t *choices;
  int32_t *choice_count;
  uint8_t *duty_code;
  int32_t *change_start, *change_points;
  int64_t *work;
  int32_t *work_of;
  uint8_t *letters, *parts;
  struct twin_need *needs;
  struct twin_member *members;
  int32_t *step_soft;
  uint32_t *step_breach;
  uint8_t *lengths;
  int64_t *steps;
  int32_t *limits, *count_limits, *soft_limits, *soft_count_limits;
  uint8_t *hard_counts;
  uint8_t *duties;
  int32_t *states, *loads, *shift_counts, *cover, *marginals, *tallies;
  int64_t *row_costs;
  uint8_t *best, *scratch;
  int64_t swap_share, single_share, span_share;
};

struct twin_tally {
  int64_t soft, broken, best;
  bool is_best;
  int64_t accepted;
  uint64_t checksum;
};

/// Tries a number of moves; `random` is the state of the generator, `thresholds` 4096 costs.
void twin_run(
    const struct twin_kernel *kernel, int64_t moves, const int32_t *thresholds, struct twin_tally *tally,
    uint64_t *random);

#endif
