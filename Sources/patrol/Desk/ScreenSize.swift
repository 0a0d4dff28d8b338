import ArgumentParser

/// A size given on the command line, as `120x40`.
struct ScreenSize: ExpressibleByArgument {
  /// Columns, 1 to 1,000.
  var width: Int
  /// Lines, 1 to 1,000.
  var height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
