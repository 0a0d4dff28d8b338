extension ColumnSearch {
  /// Settles members one by one, the most decided first, with rows added between; returns a row for each, or `nil` where that
  /// cannot be better than the rows to begin from.
  ///
  /// As long as settling costs nothing, more and more members are settled at once; with few left free, rounds are cheap
  /// and there are more of them.
  ///
  /// - Parameters:
  ///   - sure: From this value in the mix a row is as good as decided.
  ///   - seconds: Processor time for all of it, or `nil`: where steps take too long for it, more are settled in each.
  mutating func dive(
    rounds most: Int, gap: Double, sure: Double, seconds: Double?, _ pricer: inout Pricer, random: inout RandomSource,
    _ model: Model,
    isStopped: @escaping @Sendable () -> Bool
  ) -> [Int]? {
    var atOnce = 1
    var value = master.objective
    let begun = MonotonicClock.worked()
    var last = begun
    while true {
      for (member, variable) in mostDecided(sure: sure, atLeast: atOnce, &random) { settle(member, on: variable) }
      let free = settled.count { $0 < 0 }
      if free == 0 { return settled }
      let before = rounds
      let outcome = generate(
        rounds: max(most, 30 * most / free), gap: gap, &pricer, model, isStopped: isStopped)
      if isStopped() || outcome == .hopeless { return nil }
      if outcome == .solved && isHopeless(master.objective) { return nil }
      let isSmooth = outcome == .solved && master.objective < value + Double(unit)
      atOnce = isSmooth && rounds < before + 4 ? min(atOnce + 1, max(1, free / 8)) : max(1, atOnce / 2)
      value = master.objective
      if let seconds {
        let now = MonotonicClock.worked()
        let left = max(0.01, seconds - (now - begun))
        atOnce = max(atOnce, Int(Double(free) * (now - last) / left))
        last = now
      }
    }
  }

  /// Free members whose row is decided, and the one nearest to it.
  private func mostDecided(
    sure: Double, atLeast: Int, _ random: inout RandomSource
  ) -> [(member: Int, variable: Int)] {
    var tops: [(member: Int, variable: Int, value: Double)] = []
    for member in settled.indices where settled[member] < 0 {
      var top: (variable: Int, value: Double) = (start[member], -1)
      for variable in ofMember[member] {
        let value = master.value(of: variable) + Double(random.below(100)) * 1e-6
        if value > top.value { top = (variable, value) }
      }
      tops.append((member, top.variable, top.value))
    }
    tops.sort { ($1.value, $0.member) < ($0.value, $1.member) }
    let decided = tops.prefix { $0.value > sure }.count
    return tops.prefix(max(decided + 1, atLeast)).map { ($0.member, $0.variable) }
  }
}
