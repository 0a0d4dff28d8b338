import Coverage
import RosterModel

extension WhyAnswer {
  /// The commands that do what a way does, in order.
  func commands(_ way: WayOut) -> [String] { way.moves.flatMap { commands($0) } }

  /// The commands that do what a decision would let be done.
  func commands(_ decision: Decision) -> [String] {
    let unit = roster.id(decision.move.takes.unit)
    var words: [String] = []
    var before: [String] = []
    for obstacle in decision.obstacles {
      switch obstacle {
      case .locked: break
      case .published: words.append("--reason TEXT")
      case .absence:
        before.append("patrol absent \(quotedFolder) --unit \(unit) --day \(why.question.day) --remove --reason TEXT")
      case .rule: words.append("--force --reason TEXT")
      }
    }
    return before + commands(decision.move, saying: words.max { $0.count < $1.count })
  }

  private func commands(_ move: WayOut.Move, saying words: String? = nil) -> [String] {
    let takes = move.takes
    var before: [String] = []
    var assign =
      "patrol assign \(quotedFolder) --unit \(roster.id(takes.unit)) --beat \(roster.id(takes.beat)) "
      + "--day \(takes.day) --shift \(roster.id(takes.shift))"
    if let leaves = move.leaves {
      if leaves.day == takes.day {
        assign += " --move"
      } else {
        before.append(
          "patrol unassign \(quotedFolder) --unit \(roster.id(leaves.unit)) --day \(leaves.day) "
            + "--shift \(roster.id(leaves.shift))")
      }
    }
    return before + [[assign, words].compactMap { $0 }.joined(separator: " ")]
  }

  /// The folder as a shell takes it.
  private var quotedFolder: String {
    let isPlain = folder.utf8.allSatisfy { Identifier.isAllowed($0) || $0 == UInt8(ascii: "/") }
    return isPlain && !folder.hasPrefix("-")
      ? folder : "'" + folder.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
