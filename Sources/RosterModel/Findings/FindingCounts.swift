/// Counts findings by what they have in common, and tells which of them are still to be listed: beyond a bound nobody
/// reads them, and their words would fill the memory.
public struct FindingCounts<Key: Equatable & Sendable>: Sendable {
  @usableFromInline let most: Int
  /// How many there are of each, those found first in front.
  @usableFromInline var counts: [(key: Key, count: Int)] = []

  /// Nothing counted yet.
  ///
  /// - Parameter most: how many of each are listed.
  public init(listing most: Int) { self.most = most }

  /// Counts a finding; whether it is to be listed, so that no words are made of one that is not.
  @inlinable
  public mutating func takes(_ key: Key) -> Bool { add(1, of: key) <= most }

  /// Adds what was counted elsewhere.
  public mutating func add(_ other: FindingCounts) {
    for (key, count) in other.counts { add(count, of: key) }
  }

  /// How many of each are not listed, where there are such.
  public var unlisted: [(key: Key, count: Int)] {
    counts.filter { $0.count > most }.map { ($0.key, $0.count - most) }
  }

  // There are few keys, so they are looked for one after the other.
  @inlinable
  @discardableResult
  mutating func add(_ count: Int, of key: Key) -> Int {
    for index in counts.indices where counts[index].key == key {
      counts[index].count += count
      return counts[index].count
    }
    counts.append((key, count))
    return count
  }
}

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
