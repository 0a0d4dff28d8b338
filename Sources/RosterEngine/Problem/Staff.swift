/// One staff member.
public struct Staff: Hashable, Sendable {
  /// Index into ``Problem/classes``.
  public var staffClass: Int
  /// Index into ``Problem/contracts``.
  public var contract: Int
  /// Replaces the value, not the strength, of the contract's least minutes; ignored if the contract has none.
  public var minimumMinutes: Int?
  /// Replaces the value of the contract's most minutes.
  public var maximumMinutes: Int?
  /// Replaces the value of the contract's least days worked.
  public var minimumAssignments: Int?
  /// Replaces the value of the contract's most days worked.
  public var maximumAssignments: Int?
  /// Replaces the value of the contract's most weekends.
  public var maximumWeekends: Int?

  /// Creates a staff member under a contract, with the contract's own limits.
  public init(staffClass: Int, contract: Int) {
    self.staffClass = staffClass
    self.contract = contract
  }
}
