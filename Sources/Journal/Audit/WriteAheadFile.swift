import Glibc

/// What a journal's write-ahead file holds, by its own sums.
///
/// SQLite reads it up to the first frame whose sum does not fit and says nothing: such a frame may be what a power cut
/// left unfinished, or damage.
///
/// Source: the file format of SQLite, section 4, "The Write-Ahead Log".
public struct WriteAheadFile: Hashable, Sendable {
  /// Its size in bytes.
  public var size: Int
  /// How many frames are whole, each with a page.
  public var frames = 0
  /// How many frames come after those that belong to the same write-ahead log.
  public var rest = 0
  /// Whether its head is that of a write-ahead file.
  public var hasHead = false

  private static let headSize = 32
  private static let frameHeadSize = 24

  /// The write-ahead file of a journal; `nil` where there is none, or it is empty, or may not be read.
  init?(of journal: String) {
    let descriptor = open(journal + "-wal", O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    size = Int(status.st_size)
    guard let head = Self.part(of: descriptor, at: 0, count: Self.headSize) else { return }
    let magic = Self.word(head, 0, isBig: true)
    guard magic & ~1 == 0x377F_0682 else { return }
    var sum = Sum(isBig: magic & 1 == 1)
    sum.add(head[..<24])
    guard sum.isSaid(by: head, at: 24) else { return }
    hasHead = true
    countFrames(descriptor, head, sum)
  }

  private mutating func countFrames(_ descriptor: Int32, _ head: [UInt8], _ headSum: Sum) {
    let pageSize = Int(Self.word(head, 8, isBig: true))
    guard (512...65_536).contains(pageSize) else { return }
    var sum = headSum
    var offset = Self.headSize
    while let frame = Self.part(of: descriptor, at: offset, count: Self.frameHeadSize + pageSize) {
      offset += frame.count
      // Frames of an earlier round are left behind, with another salt.
      guard frame[8..<16].elementsEqual(head[16..<24]) else { return }
      sum.add(frame[..<8])
      sum.add(frame[Self.frameHeadSize...])
      if rest == 0, sum.isSaid(by: frame, at: 16) { frames += 1 } else { rest += 1 }
    }
  }

  private static func part(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return pread(descriptor, &bytes, count, off_t(offset)) == count ? bytes : nil
  }

  private static func word(_ bytes: [UInt8], _ index: Int, isBig: Bool) -> UInt32 {
    let word = bytes[index..<(index + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return isBig ? word : word.byteSwapped
  }

  /// SQLite's sum over words of four bytes, two at a time.
  private struct Sum {
    let isBig: Bool
    var (first, second): (UInt32, UInt32) = (0, 0)

    init(isBig: Bool) { self.isBig = isBig }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      let bytes = Array(bytes)
      for index in stride(from: 0, to: bytes.count - 7, by: 8) {
        first = first &+ word(bytes, index, isBig: isBig) &+ second
        second = second &+ word(bytes, index + 4, isBig: isBig) &+ first
      }
    }

    func isSaid(by bytes: [UInt8], at index: Int) -> Bool {
      word(bytes, index, isBig: true) == first && word(bytes, index + 4, isBig: true) == second
    }
  }
}
