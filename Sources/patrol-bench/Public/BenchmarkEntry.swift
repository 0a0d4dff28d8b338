import ArgumentParser
import Foundation

/// A line of a list of public instances.
struct BenchmarkEntry {
  enum Format { case shiftScheduling, nurseRostering(history: Int, weeks: String) }

  let format: Format
  let path: String
  let seconds: Double

  /// Reads a line; `seconds` holds where it names none.
  init(_ line: String, seconds: Double, folder: URL) throws {
    var words = line.split(separator: " ").map(String.init)
    var own = seconds
    if let last = words.last, last.hasPrefix("seconds=") {
      guard let named = Double(last.dropFirst(8)), named > 0 else { throw Self.unknown(line) }
      own = named
      words.removeLast()
    }
    if words.count == 2, words[0] == "nrp" {
      format = .shiftScheduling
    } else if words.count == 4, words[0] == "inrc2", let history = Int(words[2]) {
      format = .nurseRostering(history: history, weeks: words[3])
    } else {
      throw Self.unknown(line)
    }
    self.seconds = own
    path = folder.appending(path: words[1]).path
  }

  private static func unknown(_ line: String) -> ValidationError {
    ValidationError("\"\(line)\" is not a run. Write nrp INSTANCE.txt or inrc2 FOLDER HISTORY WEEKS.")
  }

  /// What the instance is called in tables.
  var name: String {
    switch format {
    case .shiftScheduling: URL(filePath: path).deletingPathExtension().lastPathComponent
    case .nurseRostering(let history, let weeks): "\(InstanceFiles.scenarioName(path))_\(history)_\(weeks)"
    }
  }

  /// What the instance is called in `best_known.csv`.
  var key: String {
    switch format {
    case .shiftScheduling: String(name.drop { !$0.isNumber })
    case .nurseRostering: name
    }
  }

  func read() throws -> PublicInstance {
    switch format {
    case .shiftScheduling: .shiftScheduling(try InstanceFiles.shiftScheduling(path))
    case .nurseRostering(let history, let weeks):
      .nurseRostering(
        try InstanceFiles.nurseRostering(path, history: history, weeks: InstanceFiles.weeks(weeks)),
        scenario: InstanceFiles.scenarioName(path))
    }
  }
}
