import RosterModel

/// Why a cell is short, the ways out, and the proof where there is none.
public struct CellWhy: Sendable {
  /// What can be said of filling it.
  public enum Verdict: Hashable, Sendable {
    /// All squares have their target.
    case met
    /// Some way fills it.
    case canBeFilled
    /// No plan fills it.
    case cannotBeFilled(Proof)
    /// No way was found, and no proof.
    case notShown
  }

  /// Why no plan fills it.
  public enum Proof: Hashable, Sendable {
    /// Too few units could stand there on that day.
    case ofTheDay(StaffingProof)
    /// Too few hours of work in a span of days.
    case ofASpan(SpanProof)
  }

  /// What was asked.
  public let question: CellQuestion
  /// Its squares with what they have.
  public let squares: [SquareState]
  /// What they lack; `nil` where nothing.
  public let lack: CellLack?
  /// Who was considered and why not.
  public let ruledOut: RuledOut
  /// The verdict.
  public let verdict: Verdict
  /// Ways out, best first: those that fill it before those that fill a part.
  public let ways: [WayOut]
  /// What a person could decide where planning has no way.
  public let decisions: [Decision]
}

extension CoverageGrid {
  /// Why a cell is short; `nil` where there is no such square.
  ///
  /// - Parameter most: how many ways out are told.
  public func why(_ question: CellQuestion, most: Int = 3) -> CellWhy? {
    let squares = squares(of: question)
    guard !squares.isEmpty else { return nil }
    let appraisals = appraisals(for: question, squares)
    let ruledOut = ruledOut(appraisals, for: question, squares)
    func answer(_ verdict: CellWhy.Verdict, _ ways: [WayOut] = [], _ decisions: [Decision] = []) -> CellWhy {
      CellWhy(
        question: question, squares: squares, lack: CellLack(squares), ruledOut: ruledOut, verdict: verdict, ways: ways,
        decisions: decisions)
    }
    guard let lack = CellLack(squares) else { return answer(.met) }
    var finder = WayFinder(self, question, lack)
    let ways = finder.ways(most)
    if ways.contains(where: \.closesAll) { return answer(.canBeFilled, ways) }
    let decisions = finder.decisions(appraisals.map(\.asItStands), most)
    guard let proof = proof(against: lack) else { return answer(.notShown, ways, decisions) }
    return answer(.cannotBeFilled(proof), ways, decisions)
  }

  /// The proof that one of the squares cannot be filled; of the day where there is one, else of a span of days.
  func proof(against lack: CellLack) -> CellWhy.Proof? {
    let fixed = CoverageGrid.fixed(self)
    for square in lack.squares {
      if let proof = DayFlow.proof(against: square, level: lack.level, in: self, fixed: fixed) {
        return .ofTheDay(proof)
      }
    }
    guard lack.level == .minimum else { return nil }
    return SpanProof.proof(against: lack.squares, in: self).map { .ofASpan($0) }
  }

  /// The roster with nothing but what no plan changes.
  private static func fixed(_ grid: CoverageGrid) -> CoverageGrid {
    var roster = grid.frame.roster
    roster.assignments = grid.fixedPostings()
    return CoverageGrid(roster, frame: grid.frame)
  }
}
