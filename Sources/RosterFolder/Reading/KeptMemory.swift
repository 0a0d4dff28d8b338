import CFolder

/// How a program that reads, answers and ends takes memory from the system.
public enum KeptMemory {
  /// Keeps memory that is given back for what is asked for next.
  ///
  /// The C library would return the memory of each large table to the system, which hands it out anew page by page; of a
  /// month of a city that is a quarter of all pages. Not for the desk, which lives long.
  public static func begin() { memory_keep() }
}
