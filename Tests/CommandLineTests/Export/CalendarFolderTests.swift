import Foundation
import Testing

@testable import patrol

@Suite("A folder of calendars")
struct CalendarFolderTests {
  private let ours = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//patrol//units//EN\r\n"

  @discardableResult
  private func export(
    _ names: [String], _ text: String, to path: String, isWhole: Bool = true, force: Bool = false
  ) throws -> CalendarFolder.Report {
    try CalendarFolder(path: path).replace(
      names.map { (name: $0, bytes: Array((ours + text).utf8)) }, isWhole: isWhole, overwritesForeign: force,
      isInterrupted: { false })
  }

  @Test("calendars are replaced, those of units that are gone removed, and files of others stay")
  func replaced() throws {
    let temporary = try TemporaryFolder()
    #expect(try export(["u1.ics", "u2.ics"], "1", to: temporary.path) == .init(written: 2))
    try Data("BEGIN:VCALENDAR\r\nmine".utf8).write(to: temporary.url.appending(path: "mine.ics"))
    #expect(try export(["u1.ics"], "1", to: temporary.path, isWhole: false) == .init(unchanged: 1))
    #expect(try export(["u1.ics"], "2", to: temporary.path) == .init(written: 1, removed: 1))
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).sorted() == ["mine.ics", "u1.ics"])
  }

  @Test("a file that no export wrote is not replaced, and nothing else is written, unless forced")
  func foreign() throws {
    let temporary = try TemporaryFolder()
    try Data("mine".utf8).write(to: temporary.url.appending(path: "u1.ics"))
    #expect(throws: SheetFolderError.self) { try export(["u1.ics", "u2.ics"], "1", to: temporary.path) }
    #expect(try temporary.contents(of: temporary.path) == ["u1.ics": Data("mine".utf8)])
    #expect(try export(["u1.ics", "u2.ics"], "1", to: temporary.path, force: true).written == 2)
  }

  @Test("Ctrl-C while calendars are made writes none")
  func interrupted() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.url.appending(path: "calendars").path
    #expect(throws: SheetFolderError.interrupted) {
      try CalendarFolder(path: path).replace(
        [(name: "u1.ics", bytes: [])], isWhole: true, overwritesForeign: false, isInterrupted: { true })
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
