// Taking a move; see AnnealingKernel+Commit.swift.
#ifndef TWIN_COMMIT_H
#define TWIN_COMMIT_H

#include <string.h>

#include "delta.h"

TWIN_INLINE int64_t hard_excess(const int32_t *limit, int64_t sum, int64_t hard, bool is_minutes) {
  int64_t below = hard & 1 ? larger(0, limit[0] - sum) : 0;
  int64_t above = hard & 2 ? larger(0, sum - limit[1]) : 0;
  return is_minutes ? (below + 59) / 60 + (above + 59) / 60 : below + above;
}

TWIN_INLINE void charge(
    twin k, int64_t member, int64_t place, const int32_t *limit, int64_t old, int64_t new, int64_t hard,
    bool is_minutes, struct twin_tally *tally) {
  int32_t *own = k->tallies + member * TALLY_SIZE;
  own[0] += (int32_t)(penalty(limit, new, is_minutes) - penalty(limit, old, is_minutes));
  if ((hard & 3) == 0) return;
  int64_t change = hard_excess(limit, new, hard, is_minutes) - hard_excess(limit, old, hard, is_minutes);
  own[place] += (int32_t)change;
  tally->broken += change;
}

TWIN_INLINE void commit_sum(twin k, int64_t member, int64_t measure, int64_t change, struct twin_tally *tally) {
  if (change == 0) return;
  int32_t *load = k->loads + member * 4 + measure;
  int64_t old = *load;
  *load += (int32_t)change;
  charge(
      k, member, CLASS_MINUTES + measure, k->soft_limits + k->members[member].limits + 4 * measure, old, old + change,
      k->members[member].hard_sums >> (2 * measure), measure == 0, tally);
}

static void commit_count(twin k, int64_t member, int64_t code, int32_t step, struct twin_tally *tally) {
  if ((k->members[member].limited_codes >> code & 1) == 0) return;
  int32_t *count = k->shift_counts + member * k->code_count + code;
  int64_t old = *count;
  *count += step;
  int64_t place = k->members[member].count_limits + code * 4;
  charge(
      k, member, CLASS_SHIFT_COUNT, k->soft_count_limits + place, old, old + step, k->hard_counts[place / 4], false,
      tally);
}

TWIN_INLINE void commit_counts(
    twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new, struct twin_tally *tally) {
  const uint8_t *row = k->duties + member * k->day_count;
  for (int64_t day = first; day <= last; day++) {
    int64_t old = k->duty_code[row[day]], code = k->duty_code[new[day]];
    if (old == code) continue;
    commit_count(k, member, old, -1, tally);
    commit_count(k, member, code, 1, tally);
  }
}

TWIN_INLINE void commit_row(
    twin k, int64_t member, int64_t first, int64_t last, const uint8_t *new, struct twin_tally *tally) {
  const struct twin_member *entry = k->members + member;
  int32_t *own = k->tallies + member * TALLY_SIZE;
  const uint8_t *row = k->duties + member * k->day_count;
  const uint8_t *letter = k->letters + entry->letters;
  int32_t *old = k->states + member * (k->day_count + 1);
  int32_t before = own[0], weekends = 0;
  int64_t state = old[first];
  for (int64_t day = first; day < k->day_count && (day <= last || state != old[day]); day++) {
    int64_t part = entry->steps + k->parts[day] * (int64_t)entry->part_size;
    int64_t old_place = part + old[day] + letter[row[day]];
    int64_t new_place = part + state + letter[(day <= last ? new : row)[day]];
    old[day] = (int32_t)state;
    own[0] += k->step_soft[new_place] - k->step_soft[old_place];
    uint32_t won = k->step_breach[new_place], lost = k->step_breach[old_place];
    if (won != lost) {
      for (int place = 0; place < 4; place++) {
        int32_t change = (int32_t)(won >> 8 * place & 255) - (int32_t)(lost >> 8 * place & 255);
        own[1 + place] += change;
        tally->broken += change;
      }
    }
    weekends += (int32_t)(k->steps[new_place] >> ROW_BITS & 4095);
    weekends -= (int32_t)(k->steps[old_place] >> ROW_BITS & 4095);
    state = k->steps[new_place] & ROW_MASK;
  }
  int64_t work = work_delta(k, member, first, last, new);
  commit_sum(k, member, 0, minutes_of(work), tally);
  commit_sum(k, member, 1, days_of(work), tally);
  commit_sum(k, member, 2, weekends, tally);
  if (entry->limited_codes != 0) commit_counts(k, member, first, last, new, tally);
  tally->soft += (int64_t)own[0] - before;
}

TWIN_INLINE int32_t gain(const struct twin_need *need, int32_t count) {
  return count < need->minimum     ? -need->missing
         : count < need->preferred ? -need->shortage
         : count >= need->maximum  ? need->surplus
                                   : 0;
}

TWIN_INLINE void commit_cover(twin k, int64_t day, int64_t old, int64_t new) {
  int64_t pair = old * k->duty_count + new;
  for (int64_t index = k->change_start[pair]; index < k->change_start[pair + 1]; index++) {
    int64_t change = k->change_points[index];
    int64_t point = day * k->kind_count + (change >> 1);
    k->cover[point] += (change & 1) == 0 ? -1 : 1;
    k->marginals[2 * point] = -gain(k->needs + point, k->cover[point] - 1);
    k->marginals[2 * point + 1] = gain(k->needs + point, k->cover[point]);
  }
}

TWIN_INLINE void keep_best(twin k, struct twin_tally *tally) {
  if (!tally->is_best) return;
  memcpy(k->best, k->duties, (size_t)(k->staff_count * k->day_count));
  tally->is_best = false;
}

#endif
