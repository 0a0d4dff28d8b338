extension Look {
  /// The nearest look in the eight colours of old that can still be read.
  var reducedToEight: Look {
    guard let foreground, let background else { return self }
    let eight = (0..<8).map { PaletteColor($0) }
    let behind = eight.min { $0.distance(to: background) < $1.distance(to: background) } ?? background
    let legible = eight.filter { $0.contrast(with: behind) >= Theme.minimumContrast }
    // Every one of the eight has one among the others that can be read on it, black or white at least; the order of
    // preference is nearness.
    let front = legible.min { $0.distance(to: foreground) < $1.distance(to: foreground) } ?? PaletteColor(7)
    return Look(foreground: front, background: behind, attributes: attributes)
  }
}
