import RosterModel

/// Duty days as people read them.
enum DayWords {
  /// `Sat 5 Dec`.
  static func short(_ day: Day) -> String {
    let parts = day.components
    return "\(weekday(day)) \(parts.day) \(month(parts.month))"
  }

  /// `Sat`.
  static func weekday(_ day: Day) -> String { day.weekday.abbreviation.capitalizedFirst }

  /// The longest of `Sat 5 Dec`, `Sat 5`, `5` that takes at most `width` cells.
  static func fitting(_ day: Day, width: Int) -> String {
    let number = "\(day.components.day)"
    for text in [short(day), "\(weekday(day)) \(number)"] where text.utf8.count <= width { return text }
    return number
  }

  private static func month(_ number: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names.indices.contains(number - 1) ? names[number - 1] : "\(number)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
