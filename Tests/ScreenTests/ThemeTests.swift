import Testing

@testable import Screen

@Suite("Themes")
struct ThemeTests {
  static let colored = Theme.all.filter { $0 != .mono }

  @Test("contrast is computed as WCAG does")
  func wcag() {
    #expect(PaletteColor(16).contrast(with: PaletteColor(231)) == 21)
    #expect(abs(PaletteColor(244).contrast(with: PaletteColor(231)) - 3.95) < 0.01)
    #expect(PaletteColor(208).rgb == (255, 135, 0))
    #expect(PaletteColor(232).rgb == (8, 8, 8))
  }

  @Test("every role on every backdrop has a contrast of 4.5 or more", arguments: colored.map(\.name))
  func contrast(name: String) throws {
    let theme = try #require(Theme.named(name))
    var faint: [String] = []
    for depth in [theme, theme.reduced(to: .eight)] {
      for role in Role.allCases {
        for backdrop in [nil] + Role.allCases.map(Optional.some) {
          let look = depth.look(of: Style(role, on: backdrop))
          if (look.contrast ?? 0) < Theme.minimumContrast { faint.append("\(Style(role, on: backdrop)): \(look)") }
        }
      }
    }
    #expect(faint.isEmpty)
  }

  @Test("without colours the roles that matter still look different")
  func mono() {
    let matter: [Role] = [.met, .short, .gap, .over, .conflict]
    let looks = matter.map { Theme.mono.look(of: Style($0)) }
    #expect(Set(looks).count == matter.count)
    for role in Role.allCases {
      let look = Theme.mono.look(of: Style(role))
      #expect(look.foreground == nil && look.background == nil)
      #expect(Theme.mono.look(of: Style(role, on: .cursor)).attributes.contains(.reverse))
    }
  }

  @Test("NO_COLOR takes the colours away, unless it is empty")
  func noColor() {
    #expect(Theme.preferred(.light, noColor: "1") == .mono)
    #expect(Theme.preferred(.light, noColor: "") == .light)
    #expect(Theme.preferred(.light, noColor: nil) == .light)
    #expect(Theme.dark.reduced(to: .mono) == .mono)
  }

  @Test("themes are found by name")
  func names() {
    #expect(Theme.all.allSatisfy { Theme.named($0.name) == $0 })
    #expect(Theme.named("sepia") == nil)
  }

  @Test("the marks of a cell's state differ for the people a theme is made for")
  func colorBlindness() {
    let roles: [Role] = [.met, .short, .gap, .over, .conflict]
    let heat: [Role] = [.heat0, .heat1, .heat2, .heat3, .heat4]
    for (theme, vision) in [(Theme.deuteranopia, Vision.deuteranopia), (.tritanopia, .tritanopia)] {
      for group in [roles, heat] {
        for (index, first) in group.enumerated() {
          for second in group[(index + 1)...] {
            let looks = (theme.look(of: Style(first)), theme.look(of: Style(second)))
            let difference = max(
              vision.difference(looks.0.foreground, looks.1.foreground),
              vision.difference(looks.0.background, looks.1.background))
            #expect(difference > 20, "\(theme.name): \(first) and \(second) differ by \(difference)")
          }
        }
      }
    }
  }

  @Test("each role has its own letter in a style map")
  func letters() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.normal.letter == ".")
    #expect(Role.heat4.letter == "4")
  }
}
