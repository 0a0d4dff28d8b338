import ArgumentParser
import Characters
import Coverage
import RosterModel
import Screen

/// A name on the command line that is none of those there are, in words that say which may have been meant.
enum UnknownName {
  /// The failure where an option names what the roster does not have.
  ///
  /// - Parameters:
  ///   - option: the option, or what else the name was given to: `--unit`.
  ///   - kind: what it should name: `unit`.
  ///   - known: what there is.
  static func failure(_ option: String, _ kind: String, _ name: String, among known: [String]) -> CommandFailure {
    CommandFailure(
      .usage,
      "\(option): no \(kind) has the id '\(name.shown)'\(disguise(name)). \(NearWords(known).sentence(for: name))")
  }

  /// The failure where no rule has a name; what is said after the name.
  ///
  /// - Parameter takesBeginnings: whether the beginning of ids would do.
  static func words(ofRule name: String, takesBeginnings: Bool) -> String {
    let what = takesBeginnings ? "no rule and no beginning of one" : "no rule"
    let hint =
      RuleCatalogue.hint(for: name, takesBeginnings: takesBeginnings).map { NearWords.sentence($0) + " " } ?? ""
    return "'\(name.shown)' is \(what)\(disguise(name)). \(hint)`patrol rules` lists them."
  }

  /// The character by which a name is not what it seems, as a part of a sentence.
  static func disguise(_ name: String) -> String { name.firstLookAlike.map { " (\($0))" } ?? "" }
}

extension Roster {
  /// The units that are meant by a name: the one of that id in any case, or else those of that callsign or of one that looks
  /// or sounds the same.
  func units(named name: String) -> [UnitReference] {
    let id = name.withoutOuterBlanks.lowercased()
    if let index = units.firstIndex(where: { $0.id.lowercased() == id }) { return [UnitReference(index)] }
    return AlikeNames(units.map(\.callsign)).positions(of: name).map { UnitReference($0) }
  }

  /// The unit of an id or a callsign.
  ///
  /// - Throws: `CommandFailure` that names the nearest where there is none, and all where several have the callsign.
  func unit(named id: String) throws -> UnitReference {
    let found = units(named: id)
    if found.count == 1 { return found[0] }
    if !found.isEmpty {
      let called = found.prefix(5).map { self.id($0) }.joined(separator: ", ")
      throw CommandFailure(.usage, "--unit: '\(id.shown)' is the callsign of \(called). Name the unit by its id.")
    }
    let ids = NearWords(units.map(\.id))
    let meant = NearWords(units.map(\.callsign)).meant(by: id)
    guard ids.meant(by: id).isEmpty, !meant.isEmpty else {
      throw UnknownName.failure("--unit", "unit", id, among: units.map(\.id))
    }
    let named = units.filter { meant.contains($0.callsign) }.prefix(3).map { "\($0.id) (\($0.callsign))" }
    throw CommandFailure(
      .usage,
      "--unit: no unit has the id '\(id.shown)'\(UnknownName.disguise(id)). \(NearWords.sentence(NearWords.question(named)))"
        .shown)
  }

  /// The beat of an id, without regard to case.
  ///
  /// - Throws: `CommandFailure` that names the nearest where there is none.
  func beat(named id: String) throws -> BeatReference {
    BeatReference(try Self.index(of: id, "--beat", "beat", among: beats.map(\.id)))
  }

  /// The shift of an id, without regard to case.
  ///
  /// - Throws: `CommandFailure` that names the nearest where there is none.
  func shift(named id: String) throws -> ShiftReference {
    ShiftReference(try Self.index(of: id, "--shift", "shift", among: settings.shifts.shifts.map(\.id)))
  }

  /// The districts of these ids, without regard to case.
  ///
  /// - Throws: `CommandFailure` that names what is not a district, and the nearest that are.
  func districts(named ids: [String]) throws -> [DistrictReference] {
    try ids.map {
      DistrictReference(try Self.index(of: $0, "--district", "district", among: districts.map(\.id)))
    }
  }

  private static func index(of id: String, _ option: String, _ kind: String, among ids: [String]) throws -> Int {
    if let index = ids.firstIndex(where: { $0.lowercased() == id.lowercased() }) { return index }
    throw UnknownName.failure(option, kind, id, among: ids)
  }
}

/// A word where a verb should stand that is none.
///
/// The library takes it for an argument too many and tells of the options there are, which helps nobody who has mistyped.
enum UnknownVerb {
  /// Refuses a command line that begins with no verb.
  ///
  /// - Parameter words: the command line without the program's name.
  /// - Throws: `CommandFailure` that names the verbs nearest to the word.
  static func check(_ words: [String]) throws {
    // Help is asked for by a verb of the library's own, about a verb.
    guard let word = words.first == "help" ? words.dropFirst().first : words.first, !word.hasPrefix("-") else { return }
    let configuration = Patrol.configuration
    // Closures, because the compiler of Swift 6.3.1 crashes on paths of keys here.
    let verbs = (configuration.groupedSubcommands.flatMap { $0.subcommands } + configuration.ungroupedSubcommands)
      .map { $0.configuration }
    guard word != "help", !verbs.contains(where: { $0.commandName == word }) else { return }
    let shown = verbs.filter { $0.shouldDisplay }.compactMap { $0.commandName } + ["help"]
    let meant = NearWords(shown).meant(by: word)
    let hint = meant.isEmpty ? "" : " " + NearWords.sentence(NearWords.question(meant))
    throw CommandFailure(
      .usage, "'\(word.shown)' is no verb\(UnknownName.disguise(word)).\(hint) `patrol help` lists them.")
  }
}
