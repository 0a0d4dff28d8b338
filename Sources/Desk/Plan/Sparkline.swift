/// A row of little bars.
enum Sparkline {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The values from left to right in at most `width` cells, the latest last; higher bars are larger values.
  ///
  /// Where there are more values than cells, each cell shows the last of its share.
  static func text(_ values: [Int], width: Int) -> String {
    guard width > 0, let low = values.min(), let high = values.max() else { return "" }
    let count = min(width, values.count)
    return String(
      (0..<count).map { cell in
        let value = values[(cell + 1) * values.count / count - 1]
        return high == low ? bars[0] : bars[Int(Double(value - low) / Double(high - low) * Double(bars.count - 1))]
      })
  }
}
