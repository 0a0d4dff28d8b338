import Glibc

/// A colour of the 256-colour palette.
///
/// Themes use the colour cube and the grey ramp, 16 to 255, whose values are fixed; the first sixteen are whatever
/// the user made of them, and are only used where a terminal has no others.
public struct PaletteColor: Hashable, Sendable {
  /// The number in the palette, 0 to 255.
  public let index: UInt8

  /// The colour numbered `index`.
  public init(_ index: UInt8) {
    self.index = index
  }

  /// Red, green and blue, each 0 to 255.
  ///
  /// Above 15, by the formula of xterm's 256colres: a cube of the levels 0, 95, 135, 175, 215, 255 and a ramp of
  /// 24 greys. Below, the default colours of the VGA text mode.
  public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      let high: UInt8 = index < 8 ? 0xAA : 0xFF
      let low: UInt8 = index < 8 ? 0 : 0x55
      if index == 3 { return (0xAA, 0x55, 0) }
      return (index & 1 == 0 ? low : high, index & 2 == 0 ? low : high, index & 4 == 0 ? low : high)
    case 16..<232:
      let cube = index - 16
      return (Self.level(cube / 36), Self.level(cube / 6 % 6), Self.level(cube % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  private static func level(_ step: UInt8) -> UInt8 {
    step == 0 ? 0 : 55 + 40 * step
  }

  /// Squared distance to another colour in red, green and blue.
  func distance(to other: PaletteColor) -> Int {
    let (a, b) = (rgb, other.rgb)
    let (red, green, blue) = (Int(a.red) - Int(b.red), Int(a.green) - Int(b.green), Int(a.blue) - Int(b.blue))
    return red * red + green * green + blue * blue
  }
}

extension PaletteColor {
  /// Relative luminance, 0 (black) to 1 (white), by WCAG 2.1.
  public var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = rgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio between two colours, 1 to 21, by WCAG 2.1; text of any size needs 4.5.
  public func contrast(with other: PaletteColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Comparable, Hashable, Sendable {
  /// None.
  case mono = 0
  /// The eight of old.
  case eight = 8
  /// The 256-colour palette.
  case palette = 256

  /// The depth of a terminal that says it has `count` colours.
  public init(count: Int) {
    self = count >= 256 ? .palette : count >= 8 ? .eight : .mono
  }

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
