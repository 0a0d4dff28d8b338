import Foundation

/// Where the sample rosters of the repository are.
enum SampleRosters {
  static func path(_ name: String) -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("sample-rosters").appendingPathComponent(name).path
  }
}
