import Foundation
import RosterFolder
import RosterModel
import Testing

@Suite("Saving what changed")
struct SavingTests {
  @Test("a roster saved as it was read changes no file, even where rows are not in order")
  func unchanged() throws {
    let folder = try TemporaryRoster(["districts.csv": "name;id\r\n\"Z\";z\r\nNorth;north\r\n"])
    let before = try folder.contents()
    let snapshot = try folder.read()
    try FolderWriter.save(try snapshot.requireRoster(), over: snapshot)
    #expect(try folder.contents() == before)
  }

  @Test("an edit writes its table and no other, and the sample is canonical already")
  func oneTable() throws {
    let folder = try TemporaryRoster()
    var before = try folder.contents()
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    let note = roster.note("said \"go\"; really")
    roster.assignments.append(
      Assignment(
        day: Day(number: 0).advanced(by: 20_788), shift: ShiftReference(2), beat: BeatReference(1),
        unit: UnitReference(2), note: note))
    let after = try FolderWriter.save(roster, over: snapshot)
    let text = try folder.text("assignments.csv")
    #expect(
      text
        == (try #require(SampleFiles.all["assignments.csv"])).replacing(
          "2026-12-02,A", with: "2026-12-01,C,n1-b,u3,,\"said \"\"go\"\"; really\"\n2026-12-02,A"))
    before["assignments.csv"] = Array(text.utf8)
    #expect(try folder.contents() == before)
    roster.assignments.removeLast()
    try FolderWriter.save(roster, over: after)
    #expect(try folder.text("assignments.csv") == SampleFiles.all["assignments.csv"])
  }

  @Test(
    "what is written is read as the same roster, and written again is the same bytes, in every form",
    arguments: [",", ";"], [false, true])
  func roundTrip(delimiter: String, windows: Bool) throws {
    var files = SampleFiles.all
    for (name, text) in files where name.hasSuffix(".csv") {
      var text = text
      if delimiter == ";" { text = text.replacing("\"Park, east\"", with: "\"Park\"").replacing(",", with: ";") }
      if windows { text = "\u{FEFF}" + text.replacing("\n", with: "\r\n") }
      files[name] = text
    }
    let folder = try TemporaryRoster(files)
    let snapshot = try folder.read()
    #expect(snapshot.places == [])
    let before = try folder.contents()
    var roster = try snapshot.requireRoster()
    change(&roster)
    let saved = try FolderWriter.save(roster, over: snapshot)
    #expect(try RosterTable.allCases.allSatisfy { try folder.bytes($0.file) != before[$0.file] })
    for name in RosterTable.allCases.map(\.file) {
      let bytes = try folder.bytes(name)
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) == windows)
      #expect(bytes.count { $0 == 13 } == (windows ? bytes.count { $0 == 10 } : 0))
    }
    let again = try folder.read()
    #expect(again.places == [])
    #expect(try texts(again.requireRoster()) == texts(roster))
    var back = roster
    change(&back)
    let third = try FolderWriter.save(back, over: saved)
    try FolderWriter.save(roster, over: third)
    #expect(try again.requireRoster() == folder.read().requireRoster())
  }

  /// Changes something in every table; done twice, it is undone but for the strings it makes longer.
  private func change(_ roster: inout Roster) {
    roster.districts[0].name += " \"N\""
    roster.departments[0].name += ", new"
    roster.beats[0].task += "; go"
    roster.units[0].leader += "Ю"
    roster.demand[0].target += 1
    roster.assignments[0].isLocked.toggle()
    roster.absences[0].reason = roster.absences[0].reason == .leave ? .sick : .leave
    roster.requests[0].weight += 1
    roster.waivers[0].reason += "\nand ice"
    roster.waivers[0].reason.removeAll { $0 == "\n" }
    roster.publications[0].by += "!"
    roster.published[0].beat = BeatReference(roster.published[0].beat.index == 0 ? 1 : 0)
    roster.manoeuvres[0].reason += "; \"gone\""
    roster.calls[0].note += "?"
    roster.incidents[0].weight += 1
  }

  /// Every table as text, in any folder's canonical form.
  private func texts(_ roster: Roster) throws -> [String: [UInt8]] {
    let folder = try TemporaryRoster()
    try FolderWriter.create(roster, settings: SampleFiles.settings, at: folder.around + "/new")
    var texts: [String: [UInt8]] = [:]
    for table in RosterTable.allCases { texts[table.file] = try folder.bytes("../new/" + table.file) }
    return texts
  }

  @Test("bad rows and columns not known survive an edit, byte for byte")
  func nothingLost() throws {
    let bad = "u9,\"open\nu8,x,polis,n1,city,three-shift,,\n,-,,\n"
    let folder = try TemporaryRoster([
      "units.csv": "colour,id,callsign,force,home,reach,regime,radio\n\"r,d\",u2,B,police,n1,city,three-shift,7\n"
        + bad + "blue,u1,A,police,n1,city,three-shift,\n"
    ])
    let snapshot = try folder.read()
    #expect(snapshot.badRows(of: .units) == Array(bad.utf8))
    var roster = try snapshot.requireRoster()
    roster.units[0].officers = 5
    let saved = try FolderWriter.save(roster, over: snapshot)
    // While there are bad rows the columns stay where they are, so that each of their fields keeps its meaning.
    #expect(
      try folder.text("units.csv")
        == "colour,id,callsign,force,home,reach,regime,radio,officers\nblue,u1,A,police,n1,city,three-shift,,5\n"
        + "\"r,d\",u2,B,police,n1,city,three-shift,7,2\n" + bad)
    roster.units[0].officers = 2
    try FolderWriter.save(roster, over: saved)
    #expect(try folder.text("units.csv").hasSuffix(bad))
  }

  @Test("without bad rows columns are written in their fixed order, unknown ones last, absent ones only where needed")
  func columnOrder() throws {
    let folder = try TemporaryRoster([
      "units.csv": "colour,regime,id,callsign,force,home,reach\nred,three-shift,u1,A,police,n1,city\n"
    ])
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    roster.units[0].mode = .car
    try FolderWriter.save(roster, over: snapshot)
    #expect(
      try folder.text("units.csv")
        == "id,callsign,force,home,reach,regime,mode,colour\nu1,A,police,n1,city,three-shift,car,red\n")
  }

  @Test("a table that another program changed is not overwritten, and nothing else is written")
  func changedMeanwhile() throws {
    let folder = try TemporaryRoster()
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    roster.assignments.removeAll()
    roster.absences.removeAll()
    try folder.write("absences.csv", "unit,days,shift,reason\nu1,daily,,sick\n")
    let before = try folder.contents()
    #expect(throws: SaveError.changedMeanwhile(file: "absences.csv")) {
      try FolderWriter.save(roster, over: snapshot)
    }
    #expect(try folder.contents() == before)
    roster = try snapshot.requireRoster()
    roster.assignments.removeAll()
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("assignments.csv") == "day,shift,beat,unit,status,note\n")
  }

  @Test("a table that another program has made meanwhile is not overwritten")
  func madeMeanwhile() throws {
    let folder = try TemporaryRoster(without: ["absences.csv"])
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    roster.absences = [Absence(unit: UnitReference(0), days: .daily, reason: .sick)]
    try folder.write("absences.csv", "unit,days,reason\n")
    #expect(throws: SaveError.changedMeanwhile(file: "absences.csv")) {
      try FolderWriter.save(roster, over: snapshot)
    }
    try FileManager.default.removeItem(atPath: folder.path + "/absences.csv")
    try FolderWriter.save(roster, over: snapshot)
    #expect(try folder.text("absences.csv") == "unit,days,shift,reason\nu1,daily,,sick\n")
  }

  @Test("a replaced file keeps its permissions")
  func permissions() throws {
    let folder = try TemporaryRoster()
    chmod(folder.path + "/absences.csv", 0o640)
    let snapshot = try folder.read()
    var roster = try snapshot.requireRoster()
    roster.absences.removeAll()
    try FolderWriter.save(roster, over: snapshot)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/absences.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test("the edit of a roster with 'roster.toml' unreadable is refused")
  func noRoster() throws {
    let whole = try TemporaryRoster().read().requireRoster()
    let snapshot = try TemporaryRoster(["roster.toml": "format = 2\n"]).read()
    #expect(throws: SaveError.noRoster(path: snapshot.path)) { try FolderWriter.save(whole, over: snapshot) }
  }
}
