import Characters
import RosterModel

/// Why a part of a roster could not be chosen.
public enum SheetSelectionError: Error, Hashable, Sendable {
  /// No such district, department or shift; `known` are the ids there are.
  case unknown(kind: Kind, id: String, known: [String])
  /// The department lies in another district than the one named.
  case departmentElsewhere(department: String, district: String, itsDistrict: String)

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
    }
  }
}
