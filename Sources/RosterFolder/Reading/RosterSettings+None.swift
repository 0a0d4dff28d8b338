import RosterModel

extension RosterSettings {
  /// What tables are read against where `roster.toml` says nothing, so that their own problems are found all the same.
  static let none = RosterSettings(
    title: "", firstDay: Day(number: 0), days: 1, shifts: ShiftPlan([]), regimes: [])
}
