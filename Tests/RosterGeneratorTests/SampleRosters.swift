import Foundation
import RosterGenerator

/// Where the sample rosters of the repository are.
enum SampleRosters {
  /// The options in the README of yunusobod.
  static let yunusobod = GeneratorOptions(
    districts: 1, districtName: "Yunusobod", departments: 6, beats: 40, days: 28, spare: 5, seed: 1)

  static func path(_ name: String) -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("sample-rosters").appendingPathComponent(name).path
  }
}
