import Planner
import RosterModel
import Screen

/// What a plan left as it is, in words.
enum PlanNoteText {
  /// One line a kind of note, with the first few it is about.
  static func lines(_ notes: [PlanNote], in roster: Roster) -> [String] {
    var regimes: [String] = []
    var wrong: [String] = []
    var beatless: [String] = []
    var doubled: [String] = []
    var tangled: [String] = []
    for note in notes {
      switch note {
      case .unknownRegime(let unit): regimes.append(roster.id(unit))
      case .breaksRules(let unit): wrong.append(roster.id(unit))
      case .noBeat(let unit): beatless.append(roster.id(unit))
      case .doublePosting(let unit, let day): doubled.append("\(roster.id(unit)) on \(day)")
      case .tooManyDoublePostings(let unit): tangled.append(roster.id(unit))
      }
    }
    return [
      line(regimes, "not planned, because their regime is not known"),
      line(wrong, "left as they are, because their postings break a rule already"),
      line(beatless, "not planned, because there is no beat they may hold"),
      line(doubled, "left as they are, because they are posted twice"),
      line(tangled, "left as they are, because of too many different double postings"),
    ].compactMap { $0 }
  }

  private static func line(_ names: [String], _ what: String) -> String? {
    guard !names.isEmpty else { return nil }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return "\(names.count) units \(what): \(names.prefix(5).joined(separator: ", ").shown)\(more)"
  }
}
