import FaultTesting
import Foundation
import Testing

@Suite("A disk after a power cut")
struct DiskTests {
  @Test("a file that was synced and whose folder was not may have no name; one whose folder was may be empty")
  func halves() throws {
    let file = FileOperation.create(inode: 900, mode: 0o644, path: "new")
    let bytes = FileOperation.write(inode: 900, offset: 0, bytes: Array("words".utf8))
    let disk = try Disk(after: [file, bytes, .sync(inode: 900)])
    #expect(disk.texts(after: .nothing) == ["old": "before"])
    #expect(disk.texts(after: .everything) == ["old": "before", "new": "words"])
    let named = try Disk(after: [file, bytes, .sync(inode: Disk.folder)])
    #expect(named.texts(after: .nothing) == ["old": "before", "new": ""])
    #expect(named.texts(after: .contents) == ["old": "before", "new": "words"])
  }

  @Test("a name that another took has the old content or the new, until the folder is synced")
  func renamed() throws {
    let steps: [FileOperation] = [
      .create(inode: 900, mode: 0o644, path: "new"), .write(inode: 900, offset: 0, bytes: Array("after".utf8)),
      .sync(inode: 900), .rename(from: "new", to: "old"),
    ]
    var seen: Set<[String: String]> = []
    for seed in 0..<40 { seen.insert(try Disk(after: steps).texts(after: .scattered(seed: seed))) }
    #expect(seen == [["old": "before"], ["old": "before", "new": "after"], ["old": "after"]])
    let synced = try Disk(after: steps + [.sync(inode: Disk.folder)])
    #expect(synced.texts(after: .nothing) == ["old": "after"])
  }

  @Test("of what was written and not synced any sectors may be there")
  func torn() throws {
    let page = [UInt8](repeating: UInt8(ascii: "x"), count: 1024)
    let disk = try Disk(after: [.write(inode: Disk.file, offset: 0, bytes: page)])
    var sizes: Set<[UInt8]> = []
    for seed in 0..<40 { sizes.insert(disk.state(after: .scattered(seed: seed)).files["old"]?.bytes ?? []) }
    let zeros = [UInt8](repeating: 0, count: 506)
    #expect(
      sizes == [
        Array("before".utf8), Array(page.prefix(512)), page, Array("before".utf8) + zeros + page.prefix(512),
      ])
  }

  @Test("a file that was taken away may be there until the folder is synced, and its inode may be used again")
  func removed() throws {
    let steps: [FileOperation] = [
      .remove(path: "old"), .create(inode: Disk.file, mode: 0o600, path: "next"),
      .write(inode: Disk.file, offset: 0, bytes: Array("next".utf8)),
    ]
    #expect(try Disk(after: steps).texts(after: .nothing) == ["old": "before"])
    #expect(try Disk(after: steps).texts(after: .everything) == ["next": "next"])
    #expect(try Disk(after: steps + [.sync(inode: Disk.folder)]).texts(after: .nothing) == ["next": ""])
  }

  @Test("two folders given each other's place have both or neither")
  func exchanged() throws {
    let steps: [FileOperation] = [
      .folder(inode: 900, mode: 0o755, path: "a"), .folder(inode: 901, mode: 0o755, path: "b"),
      .create(inode: 902, mode: 0o644, path: "a/in-a"), .sync(inode: 900), .sync(inode: Disk.folder),
      .exchange("a", "b"),
    ]
    #expect(try Disk(after: steps).texts(after: .nothing).keys.sorted() == ["a/in-a", "old"])
    #expect(try Disk(after: steps).texts(after: .everything).keys.sorted() == ["b/in-a", "old"])
  }
}

extension Disk {
  /// The inodes of the folder and of the one file `old` in it.
  fileprivate static let (folder, file): (UInt64, UInt64) = (1, 2)

  /// A disk with one file, after some operations.
  fileprivate init(after operations: [FileOperation]) throws {
    self.init(mode: 0o755, inode: Self.folder)
    let old: [FileOperation] = [
      .create(inode: Self.file, mode: 0o644, path: "old"),
      .write(inode: Self.file, offset: 0, bytes: Array("before".utf8)),
      .sync(inode: Self.file), .sync(inode: Self.folder),
    ]
    for operation in old + operations { try apply(operation) }
  }

  fileprivate func texts(after cut: PowerCut) -> [String: String] {
    state(after: cut).files.mapValues { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
