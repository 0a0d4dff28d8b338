/// Lines that only some staff can fill, and those staff.
struct PricePocket: Sendable {
  /// Cover lines.
  var lines: [Int]
  /// Staff by class, those who have a ``RowDiagram``.
  var classes: [[Int]]

  /// Rows that are made to price the pocket once.
  var staffCount: Int { classes.reduce(0) { $0 + $1.count } }

  /// The pockets around the lines that a roster leaves short, those with the fewest staff first.
  ///
  /// The pocket of a line holds all lines that nobody else can fill either. A line that someone without a diagram can fill is
  /// in none. O(short lines × lines × classes).
  static func around(_ roster: SearchState, _ diagrams: RowDiagrams, _ model: Model) -> [PricePocket] {
    let classCount = model.options.starts.count - 1
    var members = [[Int]](repeating: [], count: classCount)
    var isWhole = [Bool](repeating: true, count: classCount)
    for member in 0..<model.staffCount {
      members[Int(model.staffClass[member])].append(member)
      if diagrams.diagramOf[member] < 0 { isWhole[Int(model.staffClass[member])] = false }
    }
    var classesOf = [Set<Int>](repeating: [], count: model.lineCount)
    for staffClass in 0..<classCount where !members[staffClass].isEmpty {
      for option in model.options.items[model.options.range(staffClass)] where option.codes != 0 {
        for line in model.optionLines[Int(option.lineStart)..<Int(option.lineEnd)] {
          classesOf[Int(line)].insert(staffClass)
        }
      }
    }
    let size = model.dayCount * model.slotCount
    let wanting = (0..<model.lineCount).filter { line in
      (line * size..<(line + 1) * size).contains { model.wanted[$0] > 0 } && classesOf[line].allSatisfy { isWhole[$0] }
    }
    var seen: Set<Set<Int>> = []
    var pockets: [PricePocket] = []
    for line in wanting where !classesOf[line].isEmpty {
      guard (line * size..<(line + 1) * size).contains(where: { roster.counts[$0] < model.wanted[$0] }),
        seen.insert(classesOf[line]).inserted
      else { continue }
      pockets.append(
        PricePocket(
          lines: wanting.filter { classesOf[$0].isSubset(of: classesOf[line]) },
          classes: byDiagram(classesOf[line].sorted().map { members[$0] }, diagrams)))
    }
    return pockets.sorted { ($0.staffCount, $0.lines[0]) < ($1.staffCount, $1.lines[0]) }
  }

  /// Members of a class may be under several contracts; each list has one diagram.
  private static func byDiagram(_ classes: [[Int]], _ diagrams: RowDiagrams) -> [[Int]] {
    classes.flatMap { members in
      Dictionary(grouping: members) { diagrams.diagramOf[$0] }.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
