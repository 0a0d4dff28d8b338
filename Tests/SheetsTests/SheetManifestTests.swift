import RosterModel
import Sheets
import Testing

@Suite("What a folder of sheets remembers")
struct SheetManifestTests {
  private let key = SheetKey(place: "y1", day: SheetsFixture.day, shift: "A")

  private func record(_ bytes: [UInt8], postings: [WrittenPosting]? = []) -> WrittenRecord {
    WrittenRecord(hash: SheetHash(of: bytes), dialect: .excel, postings: postings)
  }

  private func manifest(_ text: String) -> SheetManifest { SheetManifest(text: Array(text.utf8)) }

  @Test("a manifest reads back with the postings of each sheet, and both records of one that was being replaced")
  func roundTrip() {
    let name = PostingName(day: SheetsFixture.day, shift: "D", beat: "y1-b01", unit: "u1")
    let posting = WrittenPosting(
      name, callsign: "=\"x\",\n;", remark: PostingRemark(isLocked: true, note: "'tis, \"so\""))
    var manifest = SheetManifest()
    manifest.set(key, to: record([1], postings: [posting, WrittenPosting(name)]))
    manifest.add(key, record([2]))
    manifest.add(key, WrittenRecord(hash: SheetHash(of: [3]), hasEnd: true, postings: []))
    manifest.set(SheetKey(place: "a_b", day: SheetsFixture.day, shift: "B"), to: record([]))
    #expect(SheetManifest(text: manifest.text) == manifest)
    #expect(manifest.knows(key, as: SheetHash(of: [1])) && manifest.knows(key, as: SheetHash(of: [2])))
    #expect(manifest.keys.map(\.place) == ["a_b", "y1"])
  }

  @Test("a sheet of which a line of the manifest is missing is known by its hash alone")
  func lostLines() throws {
    let names = ["u1", "u2"].map { PostingName(day: SheetsFixture.day, shift: "A", beat: "y1-b01", unit: $0) }
    var whole = SheetManifest()
    whole.set(key, to: record([1], postings: names.map { WrittenPosting($0) }))
    var lines = String(decoding: whole.text, as: UTF8.self).split(separator: "\n").map(String.init)
    for lost in 1...3 {
      var fewer = lines
      fewer.remove(at: lost)
      let manifest = manifest(fewer.joined(separator: "\n") + "\n")
      #expect(manifest.records[key] == [WrittenRecord(hash: SheetHash(of: [1]))])
    }
    lines = lines.map { $0.replacing(",excel,2,,", with: ",excel,").replacing(",excel,,,", with: ",excel,") }
    let older = manifest(lines.joined(separator: "\n") + "\n")
    #expect(older == whole, "the version before did not count them")
  }

  @Test("a manifest of a version that kept hashes alone still knows its sheets, and no postings of them")
  func olderVersion() {
    let manifest = manifest("place,day,shift,hash\ny1,2026-12-05,A,cbf29ce484222325\n")
    #expect(manifest.knows(key, as: SheetHash(of: [])))
    #expect(manifest.records[key]?.map(\.postings) == [nil])
    #expect(SheetManifest(text: manifest.text) == manifest)
  }

  @Test(
    "a line that leads out of the folder, or is not understood, is passed over",
    arguments: [
      "../../etc,2026-12-05,A,cbf29ce484222325", "y1,2026-12-05,../A,cbf29ce484222325",
      ".x,2026-12-05,A,cbf29ce484222325", "y1,2026-13-05,A,cbf29ce484222325", "y1,2026-12-05,A,CBF29CE484222325",
      "y1,2026-12-05,A,1", "y1,2026-12-05,A", "\u{0}", "y1/..,2026-12-05,A,cbf29ce484222325,", "\"y1",
      "../y1,2026-12-05,A,cbf29ce484222325,excel,,,,,,,",
    ])
  func hostileLines(line: String) {
    #expect(manifest("place,day,shift,hash\n" + line + "\n").keys.isEmpty)
  }

  @Test("a record of a table reads back; one that is cut short is none")
  func tableRecord() throws {
    var fixture = SheetsFixture()
    fixture.post(0, to: 0, "A", note: "one\ntwo")
    fixture.post(3, to: 3, "D", isLocked: true)
    let selection = try SheetSelection(
      in: fixture.roster, days: SheetsFixture.day...SheetsFixture.day, district: "yunusobod", shift: "A")
    let table = FlatTable(fixture.roster, grid: fixture.grid, selection: selection)
    let record = table.record(of: table.csv(dialect: .excel), selection: selection)
    #expect(record.written.postings?.count == 2)
    #expect(TableRecord(text: record.text) == record)
    #expect(try TableRecord(text: record.text)?.selection(in: fixture.roster) == selection)
    #expect(TableRecord(text: Array(record.text.dropLast(3))) == nil)
    let lines = String(decoding: record.text, as: UTF8.self).split(separator: "\n")
    #expect(TableRecord(text: Array((lines.dropLast().joined(separator: "\n") + "\n").utf8)) == nil)
    let older = String(decoding: record.text, as: UTF8.self).replacing("patrol-table,2", with: "patrol-table,1")
      .replacing("postings,2\n", with: "")
    #expect(TableRecord(text: Array(older.utf8)) == record)
    #expect(TableRecord(text: []) == nil)
  }

  @Test("the hash is FNV-1a by its published test values")
  func hash() {
    #expect(SheetHash(of: []).description == "cbf29ce484222325")
    #expect(SheetHash(of: Array("foobar".utf8)).description == "85944171f73967e8")
  }
}
