import RosterModel
import Sheets
import Testing

@Suite("What a folder of sheets remembers")
struct SheetManifestTests {
  private let key = SheetKey(place: "y1", day: SheetsFixture.day, shift: "A")

  @Test("a manifest reads back, with both hashes of a sheet that was being replaced")
  func roundTrip() {
    var manifest = SheetManifest()
    manifest.set(key, to: SheetHash(of: [1]))
    manifest.add(key, SheetHash(of: [2]))
    manifest.set(SheetKey(place: "a_b", day: SheetsFixture.day, shift: "B"), to: SheetHash(of: []))
    #expect(SheetManifest(text: manifest.text) == manifest)
    #expect(manifest.knows(key, as: SheetHash(of: [1])) && manifest.knows(key, as: SheetHash(of: [2])))
    #expect(
      manifest.text.split(separator: "\n").map { $0.prefix(15) } == [
        "place,day,shift", "a_b,2026-12-05,", "y1,2026-12-05,A", "y1,2026-12-05,A",
      ])
  }

  @Test(
    "a line that leads out of the folder, or is not understood, is passed over",
    arguments: [
      "../../etc,2026-12-05,A,cbf29ce484222325", "y1,2026-12-05,../A,cbf29ce484222325",
      ".x,2026-12-05,A,cbf29ce484222325", "y1,2026-13-05,A,cbf29ce484222325", "y1,2026-12-05,A,CBF29CE484222325",
      "y1,2026-12-05,A,1", "y1,2026-12-05,A", "\u{0}", "y1/..,2026-12-05,A,cbf29ce484222325,",
    ])
  func hostileLines(line: String) {
    #expect(SheetManifest(text: "place,day,shift,hash\n" + line + "\n").keys.isEmpty)
  }

  @Test("the hash is FNV-1a by its published test values")
  func hash() {
    #expect(SheetHash(of: []).description == "cbf29ce484222325")
    #expect(SheetHash(of: Array("foobar".utf8)).description == "85944171f73967e8")
  }
}
