import Characters
import RosterModel
import Tables

/// The description of a flat table that other programs read: which columns it has, and what stands in them.
///
/// Source: Frictionless Data, Tabular Data Package and Table Schema, version 1.
public struct DataPackage: Sendable {
  /// The name of its file, beside the table.
  public static let fileName = "datapackage.json"
  /// Words by which an export knows a description of its own.
  public static let mark = "\"created_by\": \"patrol export\""

  private let title: String
  private let table: String
  private let dialect: CSVDialect
  private let staleness: Staleness?

  /// The description of a table.
  ///
  /// - Parameters:
  ///   - table: the name of its file in the same folder.
  ///   - staleness: that its roster is stale; `nil` where it is not.
  public init(title: String, table: String, dialect: CSVDialect, staleness: Staleness? = nil) {
    self.title = title
    self.table = table
    self.dialect = dialect
    self.staleness = staleness
  }

  /// The description as its file holds it.
  public var text: [UInt8] {
    let resource: [(String, JSONWriter.Value)] = [
      ("profile", .text("tabular-data-resource")), ("name", .text("postings")), ("path", .text(table)),
      ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      (
        "dialect",
        .object([
          ("delimiter", .text(String(Unicode.Scalar(dialect.form.delimiter)))),
          ("lineTerminator", .text(String(decoding: dialect.form.lineEnd, as: UTF8.self))), ("quoteChar", .text("\"")),
          ("doubleQuote", .flag(true)), ("header", .flag(true)),
        ])
      ),
      (
        "schema",
        .object([
          ("fields", .list((FlatTable.header + (staleness == nil ? [] : [FlatTable.staleColumn])).map(field))),
          ("missingValues", .list([.text("")])),
          ("primaryKey", .list(["day", "shift", "beat", "unit"].map { .text($0) })),
        ])
      ),
    ]
    let warning = staleness.map { [("description", JSONWriter.Value.text("\(Staleness.mark): \($0.words)."))] } ?? []
    let package: JSONWriter.Value = .object(
      [
        ("profile", .text("tabular-data-package")), ("name", .text("patrol-postings")),
        ("title", .text(HarmlessText.from(title))),
      ] + warning + [("created_by", .text("patrol export")), ("resources", .list([.object(resource)]))])
    return Array(JSONWriter.text(package).utf8)
  }

  private func field(_ column: String) -> JSONWriter.Value {
    var members: [(String, JSONWriter.Value)] = [("name", .text(column)), ("type", .text(Self.type(of: column)))]
    if ["start", "end"].contains(column) { members.append(("format", .text("any"))) }
    let constraints = constraints(of: column)
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  private static func type(of column: String) -> String {
    switch column {
    case "day": "date"
    case "start", "end": "datetime"
    case "minutes", "officers": "integer"
    case "night": "boolean"
    default: "string"
    }
  }

  private func constraints(of column: String) -> [(String, JSONWriter.Value)] {
    func words(_ words: [String]) -> [(String, JSONWriter.Value)] { [("enum", .list(words.map { .text($0) }))] }
    return switch column {
    case "day", "shift", "beat", "unit": [("required", .flag(true))]
    case "weekday": words(Weekday.allCases.map(\.abbreviation))
    case "force": words(Force.allCases.map(\.rawValue))
    case "kind": words(BeatKind.allCases.map(\.rawValue))
    case "mode": words(Mode.allCases.map(\.rawValue))
    case "status": words(["locked"])
    case "absent": words(AbsenceReason.allCases.map(\.rawValue))
    default: []
    }
  }
}

/// Writes JSON in the order in which it is told, so that the same values make the same bytes.
struct JSONWriter {
  /// A value.
  enum Value {
    case text(String)
    case flag(Bool)
    case list([Value])
    case object([(String, Value)])
  }

  /// A value as indented JSON that ends with a line end.
  static func text(_ value: Value) -> String { text(value, indent: "") + "\n" }

  private static func text(_ value: Value, indent: String) -> String {
    let inner = indent + "  "
    switch value {
    case .text(let text): return quoted(text)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let values):
      return "[" + values.map { text($0, indent: inner) }.joined(separator: ", ") + "]"
    case .object(let members):
      let lines = members.map { "\(inner)\(quoted($0.0)): \(text($0.1, indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A text in quotes; characters that some terminals obey, that turn the order of what is read, or that hide are escaped.
  ///
  /// Source: RFC 8259, 7 (strings).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.isUnsafe: quoted += scalar.escapedForJSON
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
