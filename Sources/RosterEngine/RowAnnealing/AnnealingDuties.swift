/// What fills a cell, numbered over all staff: a code together with its post and the lines it counts in there.
///
/// Duty 0 is off. Two members with the same duty on a day cover the same points, so they can swap days without a look at
/// the cover.
struct AnnealingDuties: Sendable {
  /// Code of each duty.
  private(set) var codes: [UInt8] = [0]
  /// Points of a day that each duty counts in: line times slots plus slot.
  private(set) var kinds: [[Int32]] = [[]]
  /// Option by class, then duty; -1 where the class has none.
  let options: [Int32]
  /// Duty by option, then code; 0 where there is none.
  private(set) var ofOption: [UInt8]

  var count: Int { codes.count }

  private struct Key: Hashable {
    let code: UInt8
    let post: Int32
    let lines: [Int32]
  }

  /// `nil` when there are more duties than a byte can number.
  init?(_ model: Model) {
    let codeCount = model.shiftCount + 1
    var known: [Key: Int] = [:]
    var pairs: [(option: Int, duty: Int)] = []
    ofOption = Array(repeating: 0, count: model.options.items.count * codeCount)
    for (index, option) in model.options.items.enumerated() {
      let lines = Array(model.optionLines[Int(option.lineStart)..<Int(option.lineEnd)])
      // A fixed cell may hold any code at an option, whatever the option is open to.
      for code in 1..<codeCount {
        let key = Key(code: UInt8(code), post: option.post, lines: lines)
        let duty = known[key] ?? codes.count
        if duty == codes.count {
          known[key] = duty
          codes.append(key.code)
          let slots = model.slots.items[model.slots.range(code)]
          kinds.append(lines.flatMap { line in slots.map { line * Int32(model.slotCount) + $0 } })
        }
        guard duty <= 255 else { return nil }
        ofOption[index * codeCount + code] = UInt8(duty)
        pairs.append((index, duty))
      }
    }
    let classCount = model.options.starts.count - 1
    var options = [Int32](repeating: -1, count: classCount * codes.count)
    for staffClass in 0..<classCount {
      let range = model.options.range(staffClass)
      for pair in pairs where range.contains(pair.option) {
        options[staffClass * codes.count + pair.duty] = Int32(pair.option)
      }
    }
    self.options = options
  }

  /// The points that a change from one duty to another touches, by old duty, then new: twice the kind, plus one where it
  /// gains.
  func changes() -> Spread<Int32> {
    var changes = Spread<Int32>()
    for old in 0..<count {
      for new in 0..<count {
        let lost = kinds[old].filter { !kinds[new].contains($0) }.map { $0 * 2 }
        let won = kinds[new].filter { !kinds[old].contains($0) }.map { $0 * 2 + 1 }
        changes.append(lost + won)
      }
    }
    return changes
  }
}
