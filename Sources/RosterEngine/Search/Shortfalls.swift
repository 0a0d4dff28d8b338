/// The points of a block that are short of what is wanted, and who could fill them.
///
/// The list of points changes in constant time; the candidates stand for as long as the block does.
struct Shortfalls: Sendable {
  /// Someone who could count in a line, and the option it would take.
  struct Candidate: Sendable {
    let member: Int32
    let option: Int32
  }

  private(set) var points: [Int32] = []
  private var position: [Int32]
  /// Index of a line among the block's lines, or -1.
  private var lineIndex: [Int32]
  private var lines: [Int32] = []
  private var candidateStart: [Int32] = []
  private var candidates: [Candidate] = []

  init(_ model: Model) {
    position = Array(repeating: -1, count: model.needs.count)
    lineIndex = Array(repeating: -1, count: model.lineCount)
  }

  /// Turns to another block.
  ///
  /// Linear in the options of its members and the points of its lines.
  mutating func open(_ block: Block, _ state: SearchState, _ model: Model) {
    close()
    for (place, member) in block.members.enumerated() where place < block.residents {
      forEachLine(of: member, model) { line, _ in
        if lineIndex[Int(line)] < 0 {
          lineIndex[Int(line)] = Int32(lines.count)
          lines.append(line)
        }
      }
    }
    var sizes = [Int32](repeating: 0, count: lines.count + 1)
    for member in block.members {
      forEachLine(of: member, model) { line, _ in
        if lineIndex[Int(line)] >= 0 { sizes[Int(lineIndex[Int(line)]) + 1] += 1 }
      }
    }
    for index in sizes.indices.dropFirst() { sizes[index] += sizes[index - 1] }
    candidateStart = sizes
    candidates = Array(repeating: Candidate(member: 0, option: 0), count: Int(sizes.last ?? 0))
    for member in block.members {
      forEachLine(of: member, model) { line, option in
        let index = Int(lineIndex[Int(line)])
        if index >= 0 {
          candidates[Int(sizes[index])] = Candidate(member: member, option: option)
          sizes[index] += 1
        }
      }
    }
    for line in lines {
      let first = Int(line) * model.dayCount * model.slotCount
      for point in first..<(first + model.dayCount * model.slotCount) { refresh(point, state, model) }
    }
  }

  /// Turns away from the block.
  mutating func close() {
    for point in points { position[Int(point)] = -1 }
    points.removeAll(keepingCapacity: true)
    for line in lines { lineIndex[Int(line)] = -1 }
    lines.removeAll(keepingCapacity: true)
  }

  private func forEachLine(
    of member: Int32, _ model: Model, _ body: (_ line: Int32, _ option: Int32) -> Void
  ) {
    for option in model.options.range(Int(model.staffClass[Int(member)])) {
      let entry = model.options.items[option]
      if entry.codes == 0 { continue }
      for index in Int(entry.lineStart)..<Int(entry.lineEnd) { body(model.optionLines[index], Int32(option)) }
    }
  }

  @inline(__always)
  private mutating func refresh(_ point: Int, _ state: SearchState, _ model: Model) {
    let isShort = state.counts[point] < model.wanted[point]
    let place = Int(position[point])
    if isShort == (place >= 0) { return }
    if isShort {
      position[point] = Int32(points.count)
      points.append(Int32(point))
    } else {
      let last = points.removeLast()
      if Int(last) != point {
        points[place] = last
        position[Int(last)] = Int32(place)
      }
      position[point] = -1
    }
  }

  /// Takes note that a cell was changed to or from an assignment.
  @inline(__always)
  mutating func note(_ change: Change, _ state: SearchState, _ model: Model) {
    guard change.code != 0 else { return }
    let entry = model.options.items[Int(change.option)]
    let day = Int(change.day) - model.historyDays
    for index in Int(entry.lineStart)..<Int(entry.lineEnd) {
      let line = model.optionLines[index]
      if lineIndex[Int(line)] < 0 { continue }
      for slot in model.slots.range(Int(change.code)) {
        refresh(model.point(line: line, day: day, slot: model.slots.items[slot]), state, model)
      }
    }
  }

  /// Someone who could count in the line of a point, or `nil` if nobody can.
  @inline(__always)
  func candidate(for point: Int, _ random: inout RandomSource, _ model: Model) -> Candidate? {
    let index = Int(lineIndex[point / (model.dayCount * model.slotCount)])
    let first = Int(candidateStart[index])
    let count = Int(candidateStart[index + 1]) - first
    return count == 0 ? nil : candidates[first + random.below(count)]
  }
}
