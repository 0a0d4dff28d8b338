// What a change would cost; see AnnealingKernel+Delta.swift.
#ifndef TWIN_DELTA_H
#define TWIN_DELTA_H

#include "twin.h"

TWIN_INLINE int64_t cell_delta(twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new) {
  int64_t base = member * k->day_count, delta = 0;
  for (int64_t day = first; day <= last; day++) {
    int64_t row = k->cell_row[base + day] * k->duty_count;
    delta += (int64_t)k->cell_cost[row + new[day]] - k->cell_cost[row + k->duties[base + day]];
  }
  return delta;
}

TWIN_INLINE int64_t cover_delta(twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new) {
  int64_t base = member * k->day_count, delta = 0;
  for (int64_t day = first; day <= last; day++) {
    int64_t pair = k->duties[base + day] * k->duty_count + new[day];
    const int32_t *points = k->marginals + day * k->kind_count * 2;
    int64_t end = k->change_start[pair + 1];
    for (int64_t index = k->change_start[pair]; index < end; index++) delta += points[k->change_points[index]];
  }
  return delta;
}

TWIN_INLINE int64_t work_delta(twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new) {
  int64_t base = member * k->day_count, delta = 0;
  for (int64_t day = first; day <= last; day++) {
    const int64_t *row = k->work + k->work_of[day];
    delta += row[new[day]] - row[k->duties[base + day]];
  }
  return delta;
}

TWIN_INLINE int64_t sum_delta(twin k, int64_t member, int64_t minutes, int64_t days) {
  const int32_t *limit = k->limits + k->members[member].limits;
  const int32_t *load = k->loads + member * 4;
  int64_t delta = 0;
  if (minutes != 0) delta = penalty(limit, load[0] + minutes, true) - penalty(limit, load[0], true);
  if (days != 0) delta += penalty(limit + 4, load[1] + days, false) - penalty(limit + 4, load[1], false);
  return delta;
}

TWIN_INLINE int64_t step_delta(twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new) {
  const struct twin_member *entry = k->members + member;
  const int64_t *table = k->steps + entry->steps;
  const int64_t part_size = entry->part_size;
  const uint8_t *letter = k->letters + entry->letters;
  const uint8_t *row = k->duties + member * k->day_count;
  const int32_t *old = k->states + member * (k->day_count + 1);
  int64_t state = old[first], before = 0, after = 0, day = first;
  for (; day <= last; day++) {
    const int64_t *part = table + k->parts[day] * part_size;
    int64_t old_step = part[old[day] + letter[row[day]]];
    int64_t new_step = part[state + letter[new[day]]];
    before += old_step >> ROW_BITS;
    after += new_step >> ROW_BITS;
    state = new_step & ROW_MASK;
  }
  for (; day < k->day_count && state != old[day]; day++) {
    const int64_t *part = table + k->parts[day] * part_size;
    int64_t place = letter[row[day]];
    int64_t old_step = part[old[day] + place];
    int64_t new_step = part[state + place];
    before += old_step >> ROW_BITS;
    after += new_step >> ROW_BITS;
    state = new_step & ROW_MASK;
  }
  int64_t delta = (after >> 12) - (before >> 12);
  int64_t weekends = (after & 4095) - (before & 4095);
  if (weekends != 0) {
    const int32_t *limit = k->limits + entry->limits + 8;
    int64_t load = k->loads[member * 4 + 2];
    delta += penalty(limit, load + weekends, false) - penalty(limit, load, false);
  }
  return delta;
}

TWIN_INLINE int64_t count_step(int32_t *count, int32_t step, const int32_t *limit) {
  int64_t old = *count;
  *count += step;
  return penalty(limit, old + step, false) - penalty(limit, old, false);
}

TWIN_INLINE int64_t count_delta(twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new) {
  uint64_t limited = k->members[member].limited_codes;
  if (limited == 0) return 0;
  const int32_t *limit = k->count_limits + k->members[member].count_limits;
  int32_t *counts = k->shift_counts + member * k->code_count;
  const uint8_t *row = k->duties + member * k->day_count;
  int64_t delta = 0;
  for (int64_t day = first; day <= last; day++) {
    int64_t old = k->duty_code[row[day]], code = k->duty_code[new[day]];
    if (old == code) continue;
    if (limited >> old & 1) delta += count_step(counts + old, -1, limit + old * 4);
    if (limited >> code & 1) delta += count_step(counts + code, 1, limit + code * 4);
  }
  for (int64_t day = first; day <= last; day++) {
    int64_t old = k->duty_code[row[day]], code = k->duty_code[new[day]];
    if (limited >> old & 1) counts[old] += 1;
    if (limited >> code & 1) counts[code] -= 1;
  }
  return delta;
}

#endif
