import Foundation

/// As much of JSON Schema as docs/validate.schema.json uses; a key that the schema does not name is a complaint too.
struct JSONSchema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw CocoaError(.propertyListReadCorrupt)
    }
    self.root = root
  }

  /// What of the document is not as the schema says, with its path; empty where all is.
  func complaints(about document: Data) throws -> [String] {
    Self.check(try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed), root, "$")
  }

  private static func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { isOf($0, value) })
    {
      return ["\(path): is not \(types.joined(separator: " or "))"]
    }
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      found.append("\(path): \(value) is not one of \(allowed)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): '\(text)' does not match \(pattern)")
    }
    if let minimum = schema["minimum"] as? Int, let number = value as? Int, number < minimum {
      found.append("\(path): \(number) is below \(minimum)")
    }
    if let object = value as? [String: Any] { found += checkObject(object, schema, path) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() { found += check(item, items, "\(path)[\(index)]") }
    }
    return found
  }

  private static func checkObject(_ object: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
    let required = schema["required"] as? [String] ?? []
    var found = required.filter { object[$0] == nil }.map { "\(path).\($0): is missing" }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      if let own = properties[key] ?? others {
        found += check(value, own, "\(path).\(key)")
      } else {
        found.append("\(path).\(key): the schema does not name it")
      }
    }
    return found
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    default: false
    }
  }
}
