/// Whether the desk's acts can be recorded.
public enum StorageState: Hashable, Sendable {
  /// They can.
  case writable
  /// They cannot, and why; nothing may be changed.
  case readOnly(String)
  /// The last could not be written, and why; what is pending is tried again.
  case failing(String)
}
