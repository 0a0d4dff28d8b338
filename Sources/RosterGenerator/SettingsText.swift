import RosterModel

/// The text of a generated `roster.toml`, with comments for the people who will edit it.
struct SettingsText {
  private let settings: RosterSettings
  private let options: GeneratorOptions

  /// The text of these settings.
  init(_ settings: RosterSettings, options: GeneratorOptions) {
    self.settings = settings
    self.options = options
  }

  /// The whole file.
  var text: String {
    ([head] + shifts + settings.regimes.map(regime) + settings.escorts.map(escort)).joined(separator: "\n")
  }

  private var head: String {
    """
    # Made by patrol-bench generate with seed \(options.seed). People, callsigns and beats are invented.
    format = 1
    title = "\(settings.title)"
    time_zone = "\(settings.timeZone)"
    first_day = \(settings.firstDay)            # every day in every table is a duty day: it lasts until 08:00 of the next
    days = \(settings.days)
    weekend = [\(list(settings.weekend.map(\.abbreviation)))]

    """
  }

  private var shifts: [String] {
    settings.shifts.shifts.map { shift in
      var lines = ["[[shift]]", "id = \"\(shift.id)\"", "name = \"\(shift.name)\""]
      lines += ["start = \"\(shift.start)\"", "hours = \(shift.minutes / 60)"]
      if !shift.isTile {
        lines.append("covers = [\(list(shift.covers.map(id)))]")
      } else if shift.isNight {
        lines.append("night = true")
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private func regime(_ regime: Regime) -> String {
    var lines = ["[regime.\(regime.name)]", "shifts = [\(list(regime.shifts.map(id)))]"]
    func add(_ key: RegimeKey, _ value: Int?, _ comment: String = "") {
      guard let value else { return }
      lines.append("\(key.rawValue) = \(value)" + (comment.isEmpty ? "" : "  # \(comment)"))
    }
    add(.restHours, regime.restMinutes.map { $0 / 60 }, "from the end of one shift to the start of the next")
    add(.weeklyRestHours, regime.weeklyRestMinutes.map { $0 / 60 }, "one such span between two Mondays 08:00")
    add(.maxConsecutiveDays, regime.maxConsecutiveDays)
    add(.maxConsecutiveNights, regime.maxConsecutiveNights)
    add(.minConsecutiveDaysOff, regime.minConsecutiveDaysOff)
    add(.maxHoursPerWeek, regime.maxMinutesPerWeek.map { $0 / 60 })
    add(.minHours, regime.minMinutes.map { $0 / 60 }, "per 28 days, as all that follows")
    add(.maxHours, regime.maxMinutes.map { $0 / 60 })
    add(.maxWeekends, regime.maxWeekends)
    if !regime.maxShifts.isEmpty {
      let limits = regime.maxShifts.map { "\(id($0.shift)) = \($0.most)" }
      lines.append("max_shifts = { \(limits.joined(separator: ", ")) }")
    }
    let sources = RegimeKey.allCases.compactMap { key in regime.sources[key].map { "\(key.rawValue) = \"\($0)\"" } }
    if !sources.isEmpty { lines += ["[regime.\(regime.name).source]"] + sources }
    return lines.joined(separator: "\n") + "\n"
  }

  private func escort(_ rule: EscortRule) -> String {
    """
    [[escort]]
    force = "\(rule.force.rawValue)"
    by = [\(list(rule.by.forces.map(\.rawValue)))]
    at_most = \(rule.atMost)              # units of the force beside one escorting unit

    """
  }

  private func id(_ shift: ShiftReference) -> String { settings.shifts[shift].id }

  private func list(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
}
