import BenchmarkFormats
import Testing

@Suite("a benchmark file that is wrong")
struct BadFileTests {
  private static let good = """
    SECTION_HORIZON
    7
    SECTION_SHIFTS
    D,480,N
    N,600,D
    SECTION_STAFF
    A,D=7|N=2,3360,480,5,1,1,1
    SECTION_DAYS_OFF
    A,3
    SECTION_SHIFT_ON_REQUESTS
    A,0,D,4
    SECTION_SHIFT_OFF_REQUESTS
    SECTION_COVER
    0,D,1,100,1
    """

  @Test("is told apart from a right one")
  func right() throws {
    let instance = try ShiftSchedulingInstance(text: Self.good, file: "good")
    #expect(instance.dayCount == 7)
    #expect(instance.employees[0].daysOff == [3])
    #expect(instance.problem.firstFault() == nil)
  }

  @Test(
    "is answered with the line and what was expected",
    arguments: [
      ("7", "8", 2, "horizon is 8 days, expected whole weeks"),
      ("D,480,N", "D,480,X", 4, "shift \"X\" is not known"),
      ("N,600,D", "D,600,D", 5, "shift \"D\" is there twice"),
      ("D=7|N=2", "D=7", 7, "does not limit every shift"),
      ("A,3", "A,7", 9, "day is \"7\", expected a whole number in 0...6"),
      ("A,0,D,4", "B,0,D,4", 11, "employee \"B\" is not known"),
      ("0,D,1,100,1", "0,D,1,100", 14, "has 4 cells, expected 5"),
    ])
  func wrong(old: String, new: String, line: Int, message: String) throws {
    let text: String
    if old == "7" {
      text = Self.good.replacing("\n7\n", with: "\n8\n")
    } else {
      text = Self.good.replacing(old + "\n", with: new + "\n", maxReplacements: 1)
        .replacing(old + ",3360", with: new + ",3360")
        .replacing("100,1", with: old.hasPrefix("0,D") ? "100" : "100,1")
    }
    let error = #expect(throws: FormatError.self) { try ShiftSchedulingInstance(text: text, file: "bad") }
    #expect(error == FormatError(file: "bad", line: line, message: message))
  }

  @Test("of any bytes is answered with an error, never a crash", arguments: 1...200)
  func fuzz(seed: Int) {
    var state = UInt64(seed)
    var bytes = Array(Self.good.utf8)
    for _ in 0..<(1 + seed % 8) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % bytes.count
      switch state >> 60 {
      case 0...5: bytes[place] = UInt8(truncatingIfNeeded: state >> 20)
      case 6...9: bytes.remove(at: place)
      case 10...12: bytes.insert(UInt8(ascii: ","), at: place)
      default: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(FormatError) {
      let instance = try ShiftSchedulingInstance(text: text, file: "fuzz")
      #expect(instance.problem.firstFault() == nil)
    } catch {
      #expect(!error.description.isEmpty)
    }
    #expect(throws: FormatError.self) { try NurseScenario(text: text, file: "fuzz") }
  }
}
