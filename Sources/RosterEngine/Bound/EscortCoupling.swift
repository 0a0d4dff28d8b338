/// The lines whose units want escorts: where everybody who counts in a line is escorted or an escort, so many units
/// there want so many escorts.
///
/// With `n` units in a line, at most `k` of them beside each escort, and the escorts counting in it too, a cell has at
/// least `n / (1 + k)` escorts; `n / k` where they do not count in it.
struct EscortCoupling: Sendable {
  /// What the units of a line want.
  struct Entry: Sendable {
    /// The line that counts the escorts.
    var by: Int32
    /// How many units of the line there may be for each escort.
    var unitsAnEscort: Int32
  }

  /// By line; `nil` for one whose units want none, or that is not wanted itself.
  private(set) var ofLine: [Entry?]
  /// By line, whether it counts the escorts of another; each counts those of one line only.
  private(set) var isEscort: [Bool]

  /// Of lines that want more units than this no count is tried.
  private static let mostWanted: Int32 = 1000

  /// The lines that count escorts.
  var escortLines: [Int] { isEscort.indices.filter { isEscort[$0] } }

  /// O(options × lines of each), and the hard ratios.
  ///
  /// - Parameter fixed: by point, the cover that is there whatever is planned.
  init(_ model: Model, fixed: [Int32]) {
    ofLine = Array(repeating: nil, count: model.lineCount)
    isEscort = Array(repeating: false, count: model.lineCount)
    let hard = model.ratios.filter { $0.weight < 0 && $0.factor > 0 }
    guard !hard.isEmpty else { return }
    // By line, the ratios that every option in it is in, and whether some option is on each side.
    var common: [Set<Int>?] = Array(repeating: nil, count: model.lineCount)
    var hasLimited: Set<[Int]> = []
    var hasBy: Set<[Int]> = []
    var ratiosOfLine: [Int: [Int]] = [:]
    for (index, ratio) in hard.enumerated() {
      ratiosOfLine[Int(ratio.limited), default: []].append(index)
      ratiosOfLine[Int(ratio.by), default: []].append(index)
    }
    for option in model.options.items {
      let lines = model.optionLines[Int(option.lineStart)..<Int(option.lineEnd)].map(Int.init)
      let own = Set(lines.flatMap { ratiosOfLine[$0] ?? [] })
      for line in lines {
        common[line] = common[line].map { $0.intersection(own) } ?? own
        for index in own {
          if lines.contains(Int(hard[index].limited)) { hasLimited.insert([line, index]) }
          if lines.contains(Int(hard[index].by)) { hasBy.insert([line, index]) }
        }
      }
    }
    let size = model.dayCount * model.slotCount
    func points(_ line: Int) -> Range<Int> { line * size..<(line + 1) * size }
    for line in 0..<model.lineCount where points(line).contains(where: { model.wanted[$0] > 0 }) {
      guard points(line).allSatisfy({ model.wanted[$0] <= Self.mostWanted }) else { continue }
      for index in (common[line] ?? []).sorted() {
        let (limited, by) = (Int(hard[index].limited), Int(hard[index].by))
        let counts = hasBy.contains([line, index])
        guard by != line, limited != line, !isEscort[by], hasLimited.contains([line, index]),
          points(by).allSatisfy({ model.wanted[$0] == 0 }),
          // What is fixed must keep the ratio, and be known as escorted or escort.
          (0..<size).allSatisfy({ offset in
            let (escorted, escorts) = (fixed[limited * size + offset], fixed[by * size + offset])
            return escorted <= hard[index].factor * escorts
              && fixed[line * size + offset] <= escorted + (counts ? escorts : 0)
          })
        else { continue }
        ofLine[line] = Entry(by: hard[index].by, unitsAnEscort: hard[index].factor + (counts ? 1 : 0))
        isEscort[by] = true
        break
      }
    }
  }

  /// How many units an escort can bring to a point: no more than are wanted there.
  func units(_ point: Int, _ model: Model) -> Int {
    guard let entry = ofLine[point / (model.dayCount * model.slotCount)] else { return 1 }
    return max(1, min(Int(entry.unitsAnEscort), Int(model.needs[point].preferred)))
  }

  /// The most units that one escort can bring to any point.
  func mostUnits(_ model: Model) -> Int {
    model.needs.indices.reduce(1) { max($0, units($1, model)) }
  }
}
