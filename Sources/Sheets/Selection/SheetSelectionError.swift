import Characters
import RosterModel

/// Why a part of a roster could not be chosen.
public enum SheetSelectionError: Error, Hashable, Sendable {
  /// No such district, department or shift; `known` are the ids there are.
  case unknown(kind: Kind, id: String, known: [String])
  /// The department lies in another district than the one named.
  case departmentElsewhere(department: String, district: String, itsDistrict: String)
  /// None of the chosen days is one of the period.
  case outsidePeriod(chosen: ClosedRange<Day>, period: ClosedRange<Day>)

  /// What was named.
  public enum Kind: String, Hashable, Sendable {
    case district, department, shift
  }
}

extension SheetSelectionError: CustomStringConvertible {
  /// The error in words, ending with what to do.
  public var description: String {
    switch self {
    case .unknown(let kind, let id, let known):
      "no \(kind.rawValue) has the id '\(HarmlessText.from(id))'\(id.firstLookAlike.map { " (\($0))" } ?? ""). "
        + NearWords(known).sentence(for: id)
    case .departmentElsewhere(let department, let district, let itsDistrict):
      "department '\(department)' lies in district '\(itsDistrict)', not in '\(district)'. Name one of the two."
    case .outsidePeriod(let chosen, let period):
      "\(Self.words(chosen)) is outside the roster's period, \(Self.words(period)). Choose days of the period."
    }
  }

  private static func advice(_ known: [String]) -> String {
    let shown = 12
    if known.isEmpty { return "It has none." }
    let more = known.count > shown ? " and \(known.count - shown) more" : ""
    return "Choose one of: " + known.prefix(shown).joined(separator: ", ") + more + "."
  }

  private static func words(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
  }
}
