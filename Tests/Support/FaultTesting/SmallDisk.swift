import Foundation

/// A disk of little room, in memory, that only one program sees; it needs the right to mount.
public enum SmallDisk {
  /// Whether this machine lets us have one.
  public static let isAllowed: Bool = {
    do {
      let script = "unshare --mount --map-root-user mount -t tmpfs -o size=64k none /mnt 2>/dev/null"
      return try ProbeRun(script: script, []).end().code == 0
    } catch {
      return false
    }
  }()

  /// Runs a program with a folder on such a disk in the place of the folder, and copies what is left beside it.
  ///
  /// The program finds the folder where it was. A file `filler` in the folder around takes all room but `room`; whoever
  /// takes it away has room again.
  ///
  /// - Parameters:
  ///   - folder: the folder around what the program works on.
  ///   - size: the size of the disk, in KiB.
  ///   - room: what is free when the program starts, in KiB.
  ///   - left: where to copy what is in the folder afterwards; nothing may be there.
  public static func run(
    _ program: String, _ arguments: [String], in folder: String, size: Int, room: Int, left: String
  ) throws -> (words: String, code: Int32) {
    let script = """
      set -e
      folder="$1" left="$2" size="$3" room="$4"; shift 4
      cp -a "$folder" "$left.before"
      mount -t tmpfs -o size="${size}k",mode=755 none "$folder"
      cp -a "$left.before/." "$folder"
      rm -r "$left.before"
      free=$(df --output=avail --block-size=1K "$folder" | tail -n 1)
      head -c "$((free - room))k" /dev/zero >"$folder/filler"
      code=0; "$@" 2>&1 || code=$?
      rm -f "$folder/filler"
      cp -a "$folder" "$left"
      exit $code
      """
    let words = ["--mount", "--map-root-user", "/bin/sh", "-c", script, "sh", folder, left, "\(size)", "\(room)"]
    let run = try ProbeRun(script: "exec unshare \"$@\"", words + [try ProbeRun.path(program)] + arguments)
    return run.end()
  }
}
