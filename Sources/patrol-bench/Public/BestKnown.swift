import Foundation

/// The best known values of a set, from its `best_known.csv`: instance, lower bound, best known.
struct BestKnown {
  private var values: [String: Int] = [:]

  /// Looks beside an instance and in the folder above; empty if there is none.
  init(near path: String) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    for place in [folder, folder.deletingLastPathComponent()] where values.isEmpty {
      guard let data = FileManager.default.contents(atPath: place.appending(path: "best_known.csv").path) else {
        continue
      }
      for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        if cells.count >= 3, let best = Int(cells[2]) { values[String(cells[0])] = best }
      }
    }
  }

  subscript(instance: String) -> Int? { values[instance] }
}
