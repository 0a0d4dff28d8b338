extension Theme {
  /// Every theme a user can choose, the default first.
  public static let all: [Theme] = [.dark, .light, .deuteranopia, .tritanopia, .mono]

  /// The theme of that name; nil if there is none.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }

  /// The theme to use where the user chose `chosen`, in an environment.
  ///
  /// With `NO_COLOR` set to anything but the empty string it is mono, as no-color.org asks.
  public static func preferred(_ chosen: Theme = .dark, noColor: String?) -> Theme {
    (noColor ?? "").isEmpty ? chosen : .mono
  }
}
