import Coverage
import RosterModel

/// A proof that no plan fills a cell, in JSON.
struct ProofRow: Encodable {
  /// A square of the set.
  struct Want: Encodable {
    var square: String
    var units: Int
  }

  /// A unit that could stand in one of them.
  struct Supply: Encodable {
    var unit: String
    var most: Int
  }

  /// The days and the place of a span.
  struct Span: Encodable {
    var place: String
    var force: String?
    var skill: String?
    var firstDay: String
    var lastDay: String
    var shift: String?
    var missingElsewhere: Int
  }

  /// `day` or `span`.
  var kind: String
  var asked: String
  /// Whether it holds whatever else is left empty.
  var whateverElse: Bool
  var wanted: Int
  var possible: Int
  var squares: [Want]?
  var units: [Supply]?
  var span: Span?

  init(_ proof: CellWhy.Proof, _ frame: RosterFrame) {
    switch proof {
    case .ofTheDay(let proof):
      kind = "day"
      asked = frame.cellID(proof.asked)
      whateverElse = proof.isWhateverElse
      wanted = proof.wanted
      possible = proof.possible
      squares = proof.wants.map { Want(square: frame.cellID($0.square), units: $0.units) }
      units = proof.supplies.map { Supply(unit: frame.roster.id($0.unit), most: $0.most) }
    case .ofASpan(let proof):
      kind = "span"
      asked = frame.cellID(proof.asked)
      whateverElse = false
      wanted = proof.needed
      possible = proof.possible
      span = Span(
        place: frame.roster.id(proof.place), force: proof.force?.rawValue,
        skill: proof.skill.isEmpty ? nil : proof.skill, firstDay: proof.days.lowerBound.description,
        lastDay: proof.days.upperBound.description, shift: proof.tile.map { frame.roster.settings.shifts.tile($0).id },
        missingElsewhere: proof.missingElsewhere)
    }
  }
}
