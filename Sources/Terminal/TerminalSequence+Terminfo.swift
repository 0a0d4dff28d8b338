import CTerminal
import Screen

extension TerminalSequence {
  /// What the terminal in use sends for the keys that terminfo names.
  static var ofThisTerminal: [TerminalSequence] {
    let named: [(String, Key.Code)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kent", .enter),
    ]
    let shifted: [(String, Key.Code)] = [
      ("kLFT", .left), ("kRIT", .right), ("kri", .up), ("kind", .down), ("kHOM", .home), ("kEND", .end), ("kcbt", .tab),
    ]
    let functions = (1...24).map { ("kf\($0)", Key.Code.function($0)) }
    let plain = (named + functions).map { ($0.0, Key($0.1)) }
    return (plain + shifted.map { ($0.0, Key($0.1, .shift)) }).compactMap { name, key in
      guard let sequence = ct_key_sequence(name) else { return nil }
      let bytes = Array(String(cString: sequence).utf8)
      return bytes.first == 0x1B ? TerminalSequence(bytes: bytes, key: key) : nil
    }
  }
}
