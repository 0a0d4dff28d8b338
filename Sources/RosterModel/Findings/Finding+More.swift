/// Findings that are counted and not listed: nobody reads a million, and their words would fill the memory.
extension Finding {
  /// The most findings of one rule in one table that are listed one by one, where each is about a row.
  public static let mostOfRow = 10_000
  /// The most findings of one rule of the catalogue that are listed one by one: more than a city has in a month.
  public static let mostOfRule = 100_000

  /// What stands for those of its rule that are not listed, as serious as this one.
  ///
  /// - Parameters:
  ///   - count: how many they are.
  ///   - data: what they have in common, as facts.
  public func more(
    _ count: Int, subject: Subject, location: Location? = nil, data: [Datum] = []
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, subject: subject, location: location,
      message: "\(count) more like this are not listed one by one; mend those above and read again",
      data: data + [Datum(Self.moreName, count)])
  }

  /// How many findings it stands for: itself, or those that are not listed.
  public var represented: Int {
    for datum in data where datum.name == Self.moreName {
      if case .integer(let count) = datum.value { return count }
    }
    return 1
  }

  private static let moreName = "more"
}
