import Foundation

/// A folder on a disk as a file system may keep it: what is sure to be there, and what is still on its way.
///
/// The rules are the weakest that file systems of Linux give: a write, a new size or mode of a file is sure after an
/// `fsync` of that file and may until then be there, be missing or be there in part, whatever came after it; a name made,
/// replaced or taken away is sure after an `fsync` of its folder and may until then be there or not, whatever came after
/// it, a rename being one step. An `fsync` of a file makes no name sure, nor one of a folder any content.
public struct Disk {
  /// A change of a file that is on its way.
  enum Change {
    case write(offset: Int, bytes: [UInt8])
    case size(Int)
    case mode(UInt32)
  }

  /// A file or a folder, whatever its names are.
  struct Node {
    let isFolder: Bool
    /// What is sure: content, permissions, and the names in a folder with their nodes' numbers.
    var bytes: [UInt8] = []
    var mode: UInt32
    var sure: [String: Int] = [:]
    /// What is on its way: changes of content and permissions; and the names as the running system shows them.
    var changes: [Change] = []
    var shown: [String: Int] = [:]
  }

  /// A step of making, replacing or taking away names that is on its way: the node that each then stands for.
  struct NameChange {
    var names: [(folder: Int, name: String, node: Int?)]
  }

  /// The nodes; the first is the folder itself.
  var nodes: [Node] = []
  var nameChanges: [NameChange] = []
  private var numbers: [UInt64: Int] = [:]

  /// A folder as it is now, all of it sure.
  public init(_ path: String) throws {
    try add(path)
  }

  /// An empty folder of these permissions and this inode.
  public init(mode: UInt32, inode: UInt64) {
    nodes = [Node(isFolder: true, mode: mode)]
    numbers = [inode: 0]
  }

  @discardableResult
  private mutating func add(_ path: String) throws -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw LogError.unknown(path) }
    let number = nodes.count
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    nodes.append(Node(isFolder: isFolder, mode: status.st_mode & 0o7777))
    numbers[UInt64(status.st_ino)] = number
    if isFolder {
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
        nodes[number].sure[name] = try add(path + "/" + name)
      }
      nodes[number].shown = nodes[number].sure
    } else {
      nodes[number].bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
    return number
  }

  /// Does what a program did.
  public mutating func apply(_ operation: FileOperation) throws {
    switch operation {
    case .create(let inode, let mode, let path): try make(inode, mode, path, isFolder: false)
    case .folder(let inode, let mode, let path): try make(inode, mode, path, isFolder: true)
    case .write(let inode, let offset, let bytes): try change(inode, .write(offset: offset, bytes: bytes))
    case .size(let inode, let size): try change(inode, .size(size))
    case .mode(let inode, let mode): try change(inode, .mode(mode))
    case .sync(let inode): makeSure(try number(of: inode))
    case .rename(let from, let to):
      let (old, new) = (try place(from), try place(to))
      setNames([(old.folder, old.name, nil), (new.folder, new.name, try node(at: old))])
    case .exchange(let first, let second):
      let (old, new) = (try place(first), try place(second))
      setNames([(old.folder, old.name, try node(at: new)), (new.folder, new.name, try node(at: old))])
    case .remove(let path):
      let (folder, name) = try place(path)
      setNames([(folder, name, nil)])
    case .mark: break
    }
  }

  private mutating func make(_ inode: UInt64, _ mode: UInt32, _ path: String, isFolder: Bool) throws {
    let (folder, name) = try place(path)
    // The number of an inode is used again when its file is gone.
    numbers[inode] = nodes.count
    nodes.append(Node(isFolder: isFolder, mode: mode))
    setNames([(folder, name, nodes.count - 1)])
  }

  private mutating func change(_ inode: UInt64, _ change: Change) throws {
    nodes[try number(of: inode)].changes.append(change)
  }

  private mutating func setNames(_ names: [(folder: Int, name: String, node: Int?)]) {
    for (folder, name, node) in names { nodes[folder].shown[name] = node }
    nameChanges.append(NameChange(names: names))
  }

  /// What an `fsync` does.
  private mutating func makeSure(_ number: Int) {
    for change in nodes[number].changes { nodes[number].apply(change) }
    nodes[number].changes = []
    guard nodes[number].isFolder else { return }
    // A step in two folders takes with it what came before in either.
    var folders: Set = [number]
    var isSure = [Bool](repeating: false, count: nameChanges.count)
    for index in nameChanges.indices.reversed() {
      let touched = nameChanges[index].names.map(\.folder)
      guard touched.contains(where: folders.contains) else { continue }
      isSure[index] = true
      folders.formUnion(touched)
    }
    for (index, change) in nameChanges.enumerated() where isSure[index] {
      for (folder, name, node) in change.names { nodes[folder].sure[name] = node }
    }
    nameChanges = zip(nameChanges, isSure).filter { !$0.1 }.map(\.0)
  }

  private func number(of inode: UInt64) throws -> Int {
    guard let number = numbers[inode] else { throw LogError.unknown("inode \(inode)") }
    return number
  }

  private func node(at place: (folder: Int, name: String)) throws -> Int {
    guard let node = nodes[place.folder].shown[place.name] else { throw LogError.unknown(place.name) }
    return node
  }

  private func place(_ path: String) throws -> (folder: Int, name: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return (0, "") }
    var folder = 0
    for part in parts.dropLast() { folder = try node(at: (folder, part)) }
    return (folder, name)
  }
}

extension Disk.Node {
  /// Makes a change of content or permissions a sure one.
  mutating func apply(_ change: Disk.Change) {
    switch change {
    case .mode(let mode): self.mode = mode
    case .size(let size):
      bytes = Array(bytes.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - bytes.count))
    case .write(let offset, let new):
      if bytes.count < offset + new.count {
        bytes += [UInt8](repeating: 0, count: offset + new.count - bytes.count)
      }
      bytes.replaceSubrange(offset..<(offset + new.count), with: new)
    }
  }
}
