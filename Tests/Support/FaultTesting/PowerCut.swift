/// What of that which was on its way is on the disk after a power cut.
public enum PowerCut: Hashable, Sendable {
  /// Nothing.
  case nothing
  /// All.
  case everything
  /// All names, and no content: new files are empty.
  case names
  /// All content, and no names.
  case contents
  /// Steps on names up to some point, as a file system with a journal keeps them; content, page by page, by chance.
  case journalled(seed: Int)
  /// Each step on names, each mode and size, and each page of what was written, by chance.
  case scattered(seed: Int)
}

extension Disk {
  /// The bytes that a disk writes as one: a sector; a write that was cut short has some of its sectors.
  private static let sector = 512

  /// What the folder holds after a power cut.
  public func state(after cut: PowerCut) -> DiskState {
    var random = SeededGenerator(seed: 1)
    let kept: (names: (Int) -> Bool, contents: (inout SeededGenerator) -> Bool)
    switch cut {
    case .nothing: kept = ({ _ in false }, { _ in false })
    case .everything: kept = ({ _ in true }, { _ in true })
    case .names: kept = ({ _ in true }, { _ in false })
    case .contents: kept = ({ _ in false }, { _ in true })
    case .journalled(let seed):
      random = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...nameChanges.count, using: &random)
      kept = ({ $0 < count }, { .random(using: &$0) })
    case .scattered(let seed):
      random = SeededGenerator(seed: seed)
      let flags = nameChanges.map { _ in Bool.random(using: &random) }
      kept = ({ flags[$0] }, { .random(using: &$0) })
    }
    var nodes = nodes
    for (index, change) in nameChanges.enumerated() where kept.names(index) {
      for (folder, name, node) in change.names { nodes[folder].sure[name] = node }
    }
    var state = DiskState()
    add(0, "", nodes, { kept.contents(&random) }, to: &state)
    return state
  }

  private func add(
    _ number: Int, _ path: String, _ nodes: [Node], _ isKept: () -> Bool, to state: inout DiskState
  ) {
    var node = nodes[number]
    for change in node.changes {
      guard case .write(let offset, let bytes) = change else {
        if isKept() { node.apply(change) }
        continue
      }
      for start in stride(from: 0, to: bytes.count, by: Self.sector) where isKept() {
        let part = Array(bytes[start..<min(start + Self.sector, bytes.count)])
        node.apply(.write(offset: offset + start, bytes: part))
      }
    }
    guard node.isFolder else {
      state.files[path] = DiskState.File(mode: node.mode, bytes: node.bytes)
      return
    }
    if number > 0 { state.folders[path] = node.mode }
    for (name, child) in node.sure.sorted(by: { $0.key < $1.key }) {
      add(child, path.isEmpty ? name : path + "/" + name, nodes, isKept, to: &state)
    }
  }
}
