/// A set of forces.
public struct ForceSet: OptionSet, Hashable, Sendable {
  /// One bit a force, by `Force.index`.
  public let rawValue: UInt8

  /// The set of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The set of these forces.
  public init(_ forces: some Sequence<Force>) {
    self.init(rawValue: forces.reduce(0) { $0 | (1 << UInt8($1.index)) })
  }

  /// All three forces.
  public static let all = ForceSet(Force.allCases)

  /// Whether the force is in the set.
  public func contains(_ force: Force) -> Bool { rawValue & (1 << UInt8(force.index)) != 0 }

  /// The forces in their fixed order.
  public var forces: [Force] { Force.allCases.filter(contains) }
}
