/// Days as people say them.
public enum DayWords {
  /// `5 Dec`.
  public static func date(_ day: Day) -> String {
    let parts = day.components
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let month = months.indices.contains(parts.month - 1) ? months[parts.month - 1] : "\(parts.month)"
    return "\(parts.day) \(month)"
  }

  /// `Sat 5 Dec`.
  public static func short(_ day: Day) -> String { "\(weekday(day)) \(date(day))" }

  /// `Sat`.
  public static func weekday(_ day: Day) -> String {
    let name = day.weekday.abbreviation
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The longest of `Sat 5 Dec`, `Sat 5`, `5` that takes at most `width` cells.
  public static func fitting(_ day: Day, width: Int) -> String {
    let number = "\(day.components.day)"
    for text in [short(day), "\(weekday(day)) \(number)"] where text.utf8.count <= width { return text }
    return number
  }
}
