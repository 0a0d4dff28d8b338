import Foundation

@testable import Screen

/// How people without one of the three cones see colours: Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency" (2009), severity 1.
struct Vision {
  let matrix: [[Double]]

  static let deuteranopia = Vision(matrix: [
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
  ])
  static let tritanopia = Vision(matrix: [
    [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
  ])

  /// Distance of two colours as seen, in CIE L*a*b* (ΔE 1976); about 2.3 is just noticeable.
  func difference(_ first: PaletteColor?, _ second: PaletteColor?) -> Double {
    guard let first, let second else { return 0 }
    return zip(lab(first), lab(second)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func lab(_ color: PaletteColor) -> [Double] {
    let linear = [color.rgb.red, color.rgb.green, color.rgb.blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in min(1, max(0, zip(row, linear).map(*).reduce(0, +))) }
    let toXYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    let white = [0.9505, 1, 1.089]
    let f = zip(toXYZ, white).map { row, reference in
      let value = zip(row, seen).map(*).reduce(0, +) / reference
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
