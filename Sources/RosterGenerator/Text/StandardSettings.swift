import RosterModel

/// What the `roster.toml` of a generated roster says, as values.
enum StandardSettings {
  /// Volunteer units beside one escorting unit.
  static let volunteersPerEscort = 2

  /// The settings of these options.
  static func settings(_ options: GeneratorOptions) -> RosterSettings {
    RosterSettings(
      title: title(options), timeZone: "Asia/Tashkent", zone: ZoneOffsets(initialOffset: 5 * 60),
      firstDay: options.firstDay, days: options.days, shifts: StandardShift.plan,
      regimes: StandardRegime.allCases.map(\.regime),
      escorts: [EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: volunteersPerEscort)])
  }

  private static func title(_ options: GeneratorOptions) -> String {
    let place =
      if options.districts > 1 {
        "Tashkent, \(options.districts) districts"
      } else {
        "\(options.districtName ?? TashkentDistrict.at(0).name) district"
      }
    return "\(place), \(options.firstDay) to \(options.firstDay.advanced(by: options.days - 1))"
  }
}
