import Screen

/// What a cell, a square or a sum of them has against its demand, in units.
struct Tally: Hashable, Sendable {
  var have = 0
  var minimum = 0
  var target = 0
  /// Units missing below minimum.
  var gap = 0
  /// Units missing between minimum, or what is there, and target.
  var shortfall = 0
  /// Units above maximum.
  var surplus = 0

  /// A cell or square with this demand.
  init(have: Int, minimum: Int, target: Int, maximum: Int?) {
    self.have = have
    self.minimum = minimum
    self.target = target
    gap = max(0, minimum - have)
    shortfall = max(0, target - max(have, minimum))
    surplus = max(0, have - (maximum ?? have))
  }

  /// Nothing, to add to.
  init() {}

  static func += (sum: inout Tally, part: Tally) {
    sum.have += part.have
    sum.minimum += part.minimum
    sum.target += part.target
    sum.gap += part.gap
    sum.shortfall += part.shortfall
    sum.surplus += part.surplus
  }

  /// The mark of the state; conflicts and locks are not the tally's to know.
  var mark: CellMark {
    if gap > 0 { return .gap }
    if shortfall > 0 { return .short }
    if surplus > 0 { return .over }
    return have > 0 || target > 0 ? .met : .idle
  }

  /// Have and want with the mark in at most `width` cells; what is missing where they do not fit.
  func text(_ mark: CellMark, width: Int) -> String {
    if mark == .idle { return "" }
    let full = "\(have)/\(target)\(mark.rawValue)"
    // A sum may have as many as it wants and still lack some in one of its parts.
    let isHidden = (mark == .gap || mark == .short) && have >= target
    if full.utf8.count <= width, !isHidden { return full }
    let missing = gap > 0 ? gap : shortfall
    let short =
      switch mark {
      case .gap, .short: "-\(missing)\(mark.rawValue)"
      case .over: "+\(surplus)"
      default: "\(have)\(mark.rawValue)"
      }
    return short.utf8.count <= width ? short : String(mark.rawValue)
  }
}

/// The state of a cell in one character that is readable without colour.
public enum CellMark: Character, CaseIterable, Sendable {
  case conflict = "x"
  case gap = "!"
  case short = "-"
  case over = "+"
  case locked = "="
  case met = "."
  case idle = " "

  var role: Role {
    switch self {
    case .conflict: .conflict
    case .gap: .gap
    case .short: .short
    case .over: .over
    case .locked: .locked
    case .met: .met
    case .idle: .dim
    }
  }

  /// What it says, in words.
  public var words: String {
    switch self {
    case .conflict: "a unit here breaks a rule"
    case .gap: "below minimum"
    case .short: "below target"
    case .over: "above maximum"
    case .locked: "met and locked"
    case .met: "met"
    case .idle: "nothing asked for"
    }
  }
}

/// What stands behind a cell's figures, besides their mark.
public enum CellSign {
  /// A change of the cell is not saved yet.
  public static let pending: Character = "~"
  /// The cursor of another desk is on the cell.
  public static let visitor: Character = "@"
}
