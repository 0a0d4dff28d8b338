import Foundation

/// As much of JSON Schema as the schemas in docs/ use; a key that the schema does not name is a complaint too.
///
/// A reference is to a definition of the same file, or to another file of the folder.
struct JSONSchema {
  private let root: [String: Any]
  private let folder: URL

  init(_ file: URL) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] else {
      throw CocoaError(.propertyListReadCorrupt)
    }
    self.root = root
    folder = file.deletingLastPathComponent()
  }

  /// What of the document is not as the schema says, with its path; empty where all is.
  func complaints(about document: Data) throws -> [String] {
    try check(try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed), root, "$")
  }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) throws -> [String] {
    if let reference = schema["$ref"] as? String { return try check(value, following: reference, path) }
    var found: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { Self.isOf($0, value) })
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
    if let object = value as? [String: Any] { found += try checkObject(object, schema, path) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() { found += try check(item, items, "\(path)[\(index)]") }
    }
    return found
  }

  private func check(_ value: Any, following reference: String, _ path: String) throws -> [String] {
    let definitions = "#/$defs/"
    guard reference.hasPrefix(definitions) else {
      let other = try JSONSchema(folder.appending(path: reference))
      return try other.check(value, other.root, path)
    }
    let name = String(reference.dropFirst(definitions.count))
    guard let definition = (root["$defs"] as? [String: [String: Any]])?[name] else {
      return ["\(path): the schema does not define \(name)"]
    }
    return try check(value, definition, path)
  }

  private func checkObject(_ object: [String: Any], _ schema: [String: Any], _ path: String) throws -> [String] {
    let required = schema["required"] as? [String] ?? []
    var found = required.filter { object[$0] == nil }.map { "\(path).\($0): is missing" }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      if let own = properties[key] ?? others {
        found += try check(value, own, "\(path).\(key)")
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
    // A truth value is a number too once it is read, so its own type decides.
    case "boolean": isTruth(value)
    case "integer": value is Int && !isTruth(value)
    default: false
    }
  }

  private static func isTruth(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
  }
}
