import ArgumentParser
import Coverage
import RosterModel
import Screen

/// What `--cell` names: `PLACE/DAY/SHIFT[/FORCE[/SKILL]]`, also as findings print it, `square:...` and `cell:...`.
///
/// An empty force or skill is that of a square that asks for none; one that is not written leaves all squares of the cell.
struct CellArgument {
  /// What it asks about.
  let question: CellQuestion
  /// What was written.
  let text: String

  /// Reads it by the ids of a roster.
  ///
  /// - Throws: `CommandFailure` that says which part is not understood and what there is.
  init(_ text: String, now: String?, in roster: Roster) throws {
    self.text = text
    let bare = ["square:", "cell:"].first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) } ?? text
    let parts = bare.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (3...5).contains(parts.count) else {
      throw CommandFailure(
        .usage, "--cell: '\(text.shown)' is not a cell. Write it as PLACE/DAY/SHIFT[/FORCE[/SKILL]].")
    }
    let place = try Self.place(parts[0], in: roster)
    let day = try DayOptions.day(ofPeriod: parts[1], option: "--cell", now: now, in: roster.settings)
    let tile = try Self.tile(parts[2], in: roster.settings.shifts)
    question = CellQuestion(
      place: place, day: day, tile: tile, force: try parts.count > 3 ? Self.force(parts[3]) : .whichever,
      skill: parts.count > 4 ? parts[4] : nil)
  }

  private static func place(_ id: String, in roster: Roster) throws -> Place {
    let key = id.lowercased()
    if key == Place.cityID { return .city }
    if let beat = roster.beats.firstIndex(where: { $0.id.lowercased() == key }) { return .beat(BeatReference(beat)) }
    if let department = roster.departments.firstIndex(where: { $0.id.lowercased() == key }) {
      return .department(DepartmentReference(department))
    }
    if let district = roster.districts.firstIndex(where: { $0.id.lowercased() == key }) {
      return .district(DistrictReference(district))
    }
    throw UnknownName.failure(
      "--cell", "beat, department or district", id,
      among: roster.districts.map(\.id) + roster.departments.map(\.id) + roster.beats.map(\.id) + [Place.cityID])
  }

  static func tile(_ id: String, option: String = "--cell", in shifts: ShiftPlan) throws -> Int {
    let key = id.lowercased()
    if let tile = (0..<shifts.tileCount).first(where: { shifts.tile($0).id.lowercased() == key }) { return tile }
    let tiles = (0..<shifts.tileCount).map { shifts.tile($0).id }
    guard let duty = shifts.shifts.first(where: { $0.id.lowercased() == key }) else {
      throw UnknownName.failure(option, "shift", id, among: tiles)
    }
    throw CommandFailure(
      .usage,
      "\(option): \(duty.id) is a duty that covers tiles; a cell is in one of them. Name one of "
        + tiles.joined(separator: ", ") + ".")
  }

  static func force(_ word: String, option: String = "--cell") throws -> CellQuestion.ForceAsked {
    if word.isEmpty || word == "any" { return .none }
    guard let force = Force(rawValue: word.lowercased()) else {
      let forces = Force.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "\(option): '\(word.shown)' is no force\(UnknownName.disguise(word)). Write any or one of \(forces).")
    }
    return .force(force)
  }
}

extension CellArgument {
  /// What the roster asks of the place then, for a question to which there is no square.
  ///
  /// - Returns: the failure to throw, with what there is.
  func noSquare(in grid: CoverageGrid) -> CommandFailure {
    let whole = CellQuestion(place: question.place, day: question.day, tile: question.tile)
    let name = grid.frame.roster.id(question.place)
    let tile = grid.frame.roster.settings.shifts.tile(question.tile).id
    let own = grid.squares(of: whole).map { "\(name)/\(question.day)/\(tile)/" + grid.frame.words(of: $0.square) }
    if !own.isEmpty {
      return CommandFailure(.usage, "--cell: no such square. There is \(own.joined(separator: ", ")).".shown)
    }
    guard case .beat(let beat) = question.place else {
      return CommandFailure(
        .usage,
        "--cell: no demand row asks for units at \(name) itself on \(question.day) \(tile). "
          + "Name a beat in it, or see `patrol gaps`.")
    }
    let around = grid.lines(counting: beat).compactMap { grid.state(line: $0, day: question.day, tile: question.tile) }
      .map { state in
        "\(grid.frame.roster.id(grid.frame.plan.lines[state.square.line].place))/\(question.day)/\(tile)/"
          + grid.frame.words(of: state.square)
      }
    return CommandFailure(
      .usage,
      "--cell: no demand row asks for units at \(name) itself on \(question.day) \(tile). "
        + (around.isEmpty
        ? "Nothing around it counts units there either; see `patrol gaps`."
        : "Its units count in \(around.joined(separator: ", ")): name one of these.").shown)
  }
}

extension RosterFrame {
  /// The force and skill that a square asks for, as `--cell` takes them: `any`, `police/k9`.
  func words(of square: Square) -> String {
    let line = plan.lines[square.line]
    return (line.force?.rawValue ?? "any") + (line.skill.isEmpty ? "" : "/" + line.skill)
  }
}

/// The cell that a verb is asked about, and the clock that `today` goes by.
struct CellOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The cell: place, duty day and shift, then a force and a skill for a single square.",
      valueName: "place/day/shift[/force[/skill]]"))
  var cell: String

  @OptionGroup var clock: NowOption

  /// Reads the cell.
  ///
  /// - Throws: `CommandFailure` where it is not one of the roster.
  func read(in roster: Roster) throws -> CellArgument { try CellArgument(cell, now: clock.now, in: roster) }
}
