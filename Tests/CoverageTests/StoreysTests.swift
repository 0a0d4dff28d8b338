import Foundation
import Testing

@Suite("Coverage stands on storeys, and each knows only those below it")
struct StoreysTests {
  private static let storeys = ["Frame", "Grid", "Rules", "Judge", "Advice"]
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Coverage")

  /// The text of each file of a storey, comments left out, by name.
  private static func files(_ storey: String) throws -> [String: String] {
    let folder = sources.appending(path: storey)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    return try Dictionary(
      uniqueKeysWithValues: paths.map { path in
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        let code = text.split(separator: "\n").filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
        return (path, code.joined(separator: "\n"))
      })
  }

  /// The types that a text declares outside of others.
  private static func types(in text: String) -> Set<String> {
    let pattern = /(?m)^(?:public |final |indirect )*(?:struct|class|enum|protocol|actor) ([A-Z]\w*)/
    return Set(text.matches(of: pattern).map { String($0.1) })
  }

  @Test("no file names a type of a storey above its own")
  func downwards() throws {
    let files = try Self.storeys.map(Self.files)
    let declared = files.map { $0.values.reduce(into: Set<String>()) { $0.formUnion(Self.types(in: $1)) } }
    #expect(declared.allSatisfy { $0.count > 3 })
    for (storey, own) in files.enumerated() {
      let above = declared[(storey + 1)...].reduce(into: Set<String>()) { $0.formUnion($1) }
      for (name, text) in own {
        let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
        #expect(words.isDisjoint(with: above), "\(Self.storeys[storey])/\(name): \(words.intersection(above))")
      }
    }
  }
}
