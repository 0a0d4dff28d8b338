import Sheets
import Testing

@Suite("The description of the table")
struct DataPackageTests {
  @Test("every column of the table is described, in order, in the dialect it is written in")
  func columns() {
    let text = String(
      decoding: DataPackage(title: "A \"title\"\u{1B}", table: "t.csv", dialect: .excel).text, as: UTF8.self)
    let names = text.split(separator: "{\n            \"name\": \"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(names == FlatTable.header)
    #expect(text.contains("\"delimiter\": \";\"") && text.contains("\"lineTerminator\": \"\\u000d\\u000a\""))
    #expect(text.contains("\"title\": \"A \\\"title\\\"\u{FFFD}\""))
    #expect(text.contains(DataPackage.mark))
  }
}
