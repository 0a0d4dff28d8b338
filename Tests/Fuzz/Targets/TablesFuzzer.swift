import Coverage
import RosterModel

@testable import RosterFolder

extension Fuzzer {
  /// A table of a roster folder: the first byte says which, the others are its text.
  ///
  /// Findings point into the text; what is read is written so that it reads the same again; and the rules can be asked
  /// about whatever could be read.
  static let tables = Fuzzer(name: "tables") {
    let settings = try FuzzRoster.readSettings()
    let before = RosterTable.allCases.map { FuzzRoster.reading(settings, before: $0) }
    return { input in
      var ration = Ration(input)
      let choice = ration.byte()
      let number = choice % RosterTable.allCases.count
      let table = RosterTable.allCases[number]
      let text = ration.bytes
      var reading = before[number]
      reading.read(table, bytes: text)
      let roster = reading.finish()
      Lines(text).check(reading.findings, of: table.file)
      guard let record = reading.records[table], record.state == .read else { return }
      let written = TableWriter(table, of: roster, record: record).bytes().bytes
      var again = before[number]
      again.read(table, bytes: written)
      let same = again.finish()
      guard let recordAgain = again.records[table], recordAgain.state == .read else {
        fail("what was written is not read:\n\(String(decoding: written, as: UTF8.self))")
      }
      let rows = TableRows(table, of: roster).count
      hold(TableRows(table, of: same).count == rows, "other rows:\n\(String(decoding: written, as: UTF8.self))")
      let twice = TableWriter(table, of: same, record: recordAgain).bytes().bytes
      hold(twice == written, "written again:\n\(String(decoding: twice, as: UTF8.self))")
      // The rules take longer than all else.
      guard choice >= 224 else { return }
      FuzzRoster.readRest(after: table, &reading)
      _ = Validator.validate(reading.finish())
    }
  }
}
