// The loop; see AnnealingKernel+Run.swift.
#include "commit.h"

static const int64_t FORBIDDEN = 1 << 28;

/// splitmix64 (Steele, Lea, Flood 2014).
TWIN_INLINE uint64_t next(uint64_t *random) {
  uint64_t z = *random += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

TWIN_INLINE bool fill(twin k, int64_t member, int64_t first, int64_t last, uint64_t pick, int64_t way) {
  int64_t base = member * k->day_count;
  uint8_t duty;
  if (way == 2 && first > 0) {
    duty = k->duties[base + first - 1];
  } else if (way == 3 && last + 1 < k->day_count) {
    duty = k->duties[base + last + 1];
  } else {
    int64_t list = k->cell_row[base + first];
    int64_t choice = (int64_t)(pick * (uint32_t)k->choice_count[list] >> 32);
    duty = k->choices[list * k->duty_count + choice];
  }
  if (first == last && duty == k->duties[base + first]) return false;
  for (int64_t day = first; day <= last; day++) k->scratch[day] = duty;
  return true;
}

TWIN_INLINE bool rearrange(twin k, int64_t member, int64_t first, int64_t last, int64_t way) {
  const uint8_t *row = k->duties + member * k->day_count;
  uint8_t *scratch = k->scratch;
  if (row[first] == row[last]) return false;
  switch (way) {
  case 0:
    for (int64_t day = first; day < last; day++) scratch[day] = row[day + 1];
    scratch[last] = row[first];
    break;
  case 1:
    for (int64_t day = first; day < last; day++) scratch[day + 1] = row[day];
    scratch[first] = row[last];
    break;
  default:
    for (int64_t day = first; day <= last; day++) scratch[day] = row[day];
    scratch[first] = row[last];
    scratch[last] = row[first];
  }
  return true;
}

TWIN_INLINE bool try_row(
    twin k, int64_t member, int64_t first, int64_t last, int64_t threshold, struct twin_tally *tally) {
  int64_t base = member * k->day_count;
  const uint8_t *scratch = k->scratch;
  int64_t cells = cell_delta(k, member, first, last, scratch);
  if (cells > FORBIDDEN) return false;
  int64_t own = cells + cover_delta(k, member, first, last, scratch);
  int64_t most = threshold + k->row_costs[member];
  if (own > most) return false;
  int64_t work = work_delta(k, member, first, last, scratch);
  int64_t row = sum_delta(k, member, minutes_of(work), days_of(work));
  if (own + row > most) return false;
  row += step_delta(k, member, first, last, scratch);
  if (own + row > most) return false;
  row += count_delta(k, member, first, last, scratch);
  if (own + row > threshold) return false;

  keep_best(k, tally);
  commit_row(k, member, first, last, scratch, tally);
  k->row_costs[member] += row;
  tally->soft += own;
  for (int64_t day = first; day <= last; day++) {
    commit_cover(k, day, k->duties[base + day], scratch[day]);
    k->duties[base + day] = scratch[day];
  }
  return true;
}

TWIN_INLINE bool try_swap(
    twin k, int64_t member, int64_t first, int64_t last, uint64_t pick, int64_t threshold, struct twin_tally *tally) {
  int64_t other = (int64_t)(pick * (uint64_t)k->staff_count >> 32);
  uint8_t *row = k->duties + member * k->day_count;
  for (int tries = 0; k->duties[other * k->day_count + first] == row[first]; tries++) {
    if (tries == 4) return false;
    if (++other == k->staff_count) other = 0;
  }
  uint8_t *other_row = k->duties + other * k->day_count;
  int64_t own = cell_delta(k, member, first, last, other_row) + cell_delta(k, other, first, last, row);
  int64_t most = threshold + k->row_costs[member] + k->row_costs[other];
  if (own > most || own > FORBIDDEN) return false;
  int64_t work = work_delta(k, member, first, last, other_row);
  int64_t minutes = minutes_of(work), days = days_of(work);
  int64_t mine = sum_delta(k, member, minutes, days);
  int64_t theirs = sum_delta(k, other, -minutes, -days);
  if (own + mine + theirs > most) return false;
  mine += step_delta(k, member, first, last, other_row);
  if (own + mine + theirs > most) return false;
  theirs += step_delta(k, other, first, last, row);
  if (own + mine + theirs > most) return false;
  mine += count_delta(k, member, first, last, other_row);
  theirs += count_delta(k, other, first, last, row);
  if (own + mine + theirs > threshold) return false;

  keep_best(k, tally);
  commit_row(k, member, first, last, other_row, tally);
  commit_row(k, other, first, last, row, tally);
  k->row_costs[member] += mine;
  k->row_costs[other] += theirs;
  tally->soft += own;
  for (int64_t day = first; day <= last; day++) {
    uint8_t duty = row[day];
    row[day] = other_row[day];
    other_row[day] = duty;
  }
  return true;
}

void twin_run(
    const struct twin_kernel *kernel, int64_t moves, const int32_t *thresholds, struct twin_tally *shared_tally,
    uint64_t *shared_random) {
  // Copies that nothing else can reach, so that the compiler may keep them in registers.
  const struct twin_kernel copy = *kernel;
  twin k = &copy;
  struct twin_tally tally = *shared_tally;
  uint64_t random = *shared_random;
  for (int64_t tried = 1; tried <= moves; tried++) {
    uint64_t draw = next(&random), place = next(&random);
    int64_t threshold = thresholds[draw & 4095];
    int64_t kind = draw >> 12 & 255;
    int64_t member = (int64_t)((draw >> 32) * (uint64_t)k->staff_count >> 32);
    int64_t day = (int64_t)((place >> 32) * (uint64_t)k->day_count >> 32);
    uint64_t pick = place & 0xFFFFFFFF;
    int64_t end = smaller(day + k->lengths[draw >> 20 & 63] - 1, k->day_count - 1);
    int64_t way = draw >> 26 & 3;
    bool is_taken;
    if (kind < k->swap_share) {
      is_taken = try_swap(k, member, day, end, pick, threshold, &tally);
    } else if (kind < k->span_share) {
      int64_t last = kind < k->single_share ? day : end;
      is_taken = fill(k, member, day, last, pick, way) && try_row(k, member, day, last, threshold, &tally);
    } else {
      int64_t last = smaller(day + 1 + (int64_t)(pick * 13 >> 32), k->day_count - 1);
      is_taken =
          rearrange(k, member, day, last, way) && try_row(k, member, day, last, threshold, &tally);
    }
    if (!is_taken) continue;
    tally.accepted += 1;
    tally.checksum = (tally.checksum + (uint64_t)(tried * 4096 + member * 64 + day)) * 0x9E3779B97F4A7C15;
    if (tally.broken == 0 && tally.soft < tally.best) {
      tally.best = tally.soft;
      tally.is_best = true;
    }
  }
  *shared_tally = tally;
  *shared_random = random;
}
