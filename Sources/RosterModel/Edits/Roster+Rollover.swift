extension Roster {
  /// How many duty days before a period its roster keeps as history.
  public static let historyDays = 14

  /// The roster of a later period: the same places, units and demand, with what reaches into the period.
  ///
  /// The duty days right before it stay as history, with the absences on them, what happened on them and who was called.
  /// Absences and requests lose the dates that are over, waivers that are over are left out, and nothing is published yet.
  /// Postings of the new period, which the old roster holds where it was planned beyond its end, stay.
  ///
  /// - Parameter days: how many duty days the period has; 1 or more.
  public func rolledOver(to firstDay: Day, days: Int) -> Roster {
    var next = self
    next.settings.firstDay = firstDay
    next.settings.days = days
    let kept = firstDay.advanced(by: -Self.historyDays)
    next.assignments = assignments.filter { $0.day >= kept }
    next.absences = absences.compactMap { absence in
      guard let days = absence.days.cut(before: kept) else { return nil }
      var absence = absence
      absence.days = days
      return absence
    }.withoutRepeats { AbsenceKey(unit: $0.unit, days: $0.days, shift: $0.shift) }
    next.requests = requests.compactMap { request in
      guard let days = request.days.cut(before: firstDay) else { return nil }
      var request = request
      request.days = days
      return request
    }.withoutRepeats { RequestKey(unit: $0.unit, days: $0.days, matter: $0.matter, wish: $0.wish) }
    next.waivers = waivers.filter { $0.lastDay >= firstDay }
    next.manoeuvres = manoeuvres.filter { $0.day >= kept }
    next.calls = calls.filter { $0.day >= kept }
    next.publications = []
    next.published = []
    return next
  }
}

/// What a table holds one absence of.
private struct AbsenceKey: Hashable {
  var unit: UnitReference
  var days: DayPattern
  var shift: ShiftReference?
}

/// What a table holds one request of.
private struct RequestKey: Hashable {
  var unit: UnitReference
  var days: DayPattern
  var matter: Request.Matter
  var wish: Request.Wish
}

extension Array {
  /// The elements without those whose key an earlier one has.
  fileprivate func withoutRepeats<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
