/// Counts findings by what they have in common, and tells which of them are still to be listed: beyond a bound nobody reads
/// them, and their words would fill the memory.
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
