extension Look {
  /// The nearest look in the eight colours of old that can still be read.
  var reducedToEight: Look {
    guard let foreground, let background else { return self }
    let eight = (0..<8).map { PaletteColor($0) }
    var behind = eight.min { $0.distance(to: background) < $1.distance(to: background) } ?? background
    var legible = eight.filter { $0.contrast(with: behind) >= Theme.minimumContrast }
    if legible.isEmpty {
      // On red, brown and magenta none of the eight can be read; white stands out as much.
      behind = PaletteColor(7)
      legible = eight.filter { $0.contrast(with: behind) >= Theme.minimumContrast }
    }
    let front = legible.min { $0.distance(to: foreground) < $1.distance(to: foreground) } ?? foreground
    return Look(foreground: front, background: behind, attributes: attributes)
  }
}
