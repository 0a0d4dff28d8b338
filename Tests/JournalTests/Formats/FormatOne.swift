import Foundation
import GRDB
import Testing

/// A roster as the last version with a journal of format 1 left it, when its desk was killed: its tables hold the entries up
/// to 5, of which 5 undoes 3; 6 and 7 are in the journal only.
enum FormatOne {
  /// Puts its tables and its journal in a folder.
  static func leave(in folder: RosterFolderFixture) throws {
    for (name, text) in tables { try folder.write(name, text) }
    try FileManager.default.createDirectory(atPath: folder.path + "/.patrol/desks", withIntermediateDirectories: true)
    try makeJournal(at: folder.path + "/.patrol/journal.sqlite")
  }

  /// Makes its journal.
  static func makeJournal(at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
      try db.execute(sql: "PRAGMA application_id = 0x5054524C")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    try queue.close()
  }

  /// What a program of format 1 adds an entry by.
  static let append = """
    INSERT INTO entry(at, person, session, kind, of, name, reason, forced, sum)
    VALUES (1, 'Aziz', 's', 'edit', NULL, 'assign', '', 0, 0)
    """

  private static let tables = [
    "assignments.csv": """
    day,shift,beat,unit,status,note
    2026-12-01,A,n1-a,u1,locked,
    2026-12-02,A,n1-a,u1,,"until 14:00, then base"
    2026-12-05,A,n1-b,u2,locked,by phone

    """,
    "absences.csv": "unit,days,shift,reason\n",
    "publications.csv": """
    district,day,at,by
    north,2026-12-01,2026-11-30T18:00,chief
    north,2026-12-06,2026-12-01T15:32,Chief

    """,
  ]

  private static let sql = """
    CREATE TABLE entry(
      position INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person TEXT NOT NULL, session TEXT NOT NULL,
      kind TEXT NOT NULL, of INTEGER, name TEXT NOT NULL, reason TEXT NOT NULL, forced INTEGER NOT NULL,
      sum INTEGER NOT NULL) STRICT;
    CREATE INDEX entry_person ON entry(person);
    CREATE TABLE posting_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
      beat TEXT NOT NULL, unit TEXT NOT NULL, old_status TEXT, old_note TEXT, new_status TEXT, new_note TEXT,
      seen INTEGER, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX posting_change_unit ON posting_change(unit, day);
    CREATE INDEX posting_change_beat ON posting_change(beat, day);
    CREATE TABLE absence_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, unit TEXT NOT NULL, days TEXT NOT NULL,
      shift TEXT, reason TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID;
    CREATE INDEX absence_change_unit ON absence_change(unit);
    CREATE TABLE publication_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, district TEXT NOT NULL, day TEXT NOT NULL,
      at TEXT NOT NULL, by TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID;
    CREATE TABLE published_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
      beat TEXT NOT NULL, unit TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID;
    CREATE TABLE checkpoint(
      number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, through INTEGER NOT NULL, state TEXT NOT NULL,
      origin TEXT NOT NULL, assignments TEXT NOT NULL, absences TEXT NOT NULL, publications TEXT NOT NULL,
      published TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
    CREATE TABLE conflict(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, checkpoint INTEGER NOT NULL REFERENCES checkpoint,
      why TEXT NOT NULL, settled TEXT, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID;
    INSERT INTO entry VALUES(
      1,1796121171660,'Aziz','19739-14j4e91','edit',NULL,'assign u2 to n1-b','',0,342962014501059778);
    INSERT INTO entry VALUES(2,1796121172630,'Bek','19778-1pgfpph','edit',NULL,'lock u2','',0,2454763922048791111);
    INSERT INTO entry VALUES(
      3,1796121173222,'Aziz','19801-hxgml0','edit',NULL,'absent u3 sick','sick',0,8097941720097538248);
    INSERT INTO entry VALUES(
      4,1796121174197,'Chief','19834-h6rlu9','publication',NULL,'publish 2026-12-06..2026-12-06','',0,
      5103321009180789413);
    INSERT INTO entry VALUES(
      5,1796121174855,'Aziz','19860-1nzfvt4','undo',3,'absent u3 sick','',0,-4038859055665331739);
    INSERT INTO entry VALUES(
      6,1796121180940,'Aziz','20136-dkf8y3','edit',NULL,'assign u3 to n2-a','',0,7381990219409086726);
    INSERT INTO entry VALUES(
      7,1796121181638,'Bek','20156-1l0dm0b','edit',NULL,'assign u1 to n1-b','',0,-2312562807021171706);
    INSERT INTO posting_change VALUES(1,0,'2026-12-05','A','n1-b','u2',NULL,NULL,'','by phone',0);
    INSERT INTO posting_change VALUES(
      2,0,'2026-12-05','A','n1-b','u2','','by phone','locked','by phone',-305520104931586373);
    INSERT INTO posting_change VALUES(6,0,'2026-12-04','B','n2-a','u3',NULL,NULL,'','',0);
    INSERT INTO posting_change VALUES(7,0,'2026-12-10','C','n1-b','u1',NULL,NULL,'','',0);
    INSERT INTO absence_change VALUES(3,0,'u3','2026-12-07..2026-12-09',NULL,'sick',1);
    INSERT INTO absence_change VALUES(5,0,'u3','2026-12-07..2026-12-09',NULL,'sick',0);
    INSERT INTO publication_change VALUES(4,0,'north','2026-12-06','2026-12-01T15:32','Chief',1);
    INSERT INTO checkpoint VALUES(
      1,1796121171657,0,'done','own','108-6e2582fc2053a09c-ef8a1713d8ed5360','absent',
      '59-1169d6d5226f7d0b-df742c69b6e0941e','41-4501be9fb1f40e05-9d9463d5fd9f219b',-8041619489143914057);
    INSERT INTO checkpoint VALUES(
      2,1796121171661,1,'done','own','139-bde9d87507b5f2b6-42361b573952e1b9','absent',
      '59-1169d6d5226f7d0b-df742c69b6e0941e','41-4501be9fb1f40e05-9d9463d5fd9f219b',-2536130138371406622);
    INSERT INTO checkpoint VALUES(
      3,1796121172674,2,'done','own','145-6b7aacb802e32e83-59b58a02014c6ce2','absent',
      '59-1169d6d5226f7d0b-df742c69b6e0941e','41-4501be9fb1f40e05-9d9463d5fd9f219b',-4967057132282664294);
    INSERT INTO checkpoint VALUES(
      4,1796121173394,3,'done','own','145-6b7aacb802e32e83-59b58a02014c6ce2',
      '55-990bc8152ee0af7f-621d73a2fdcec78c','59-1169d6d5226f7d0b-df742c69b6e0941e',
      '41-4501be9fb1f40e05-9d9463d5fd9f219b',7330554362663957266);
    INSERT INTO checkpoint VALUES(
      5,1796121174222,4,'done','own','145-6b7aacb802e32e83-59b58a02014c6ce2',
      '55-990bc8152ee0af7f-621d73a2fdcec78c','99-facf8dfb90c395b6-d32a2ef2c5995218',
      '41-4501be9fb1f40e05-9d9463d5fd9f219b',-778245788433774219);
    INSERT INTO checkpoint VALUES(
      6,1796121175010,5,'done','own','145-6b7aacb802e32e83-59b58a02014c6ce2',
      '23-cb1faffba6d1ff98-3625c59fb1238682','99-facf8dfb90c395b6-d32a2ef2c5995218',
      '41-4501be9fb1f40e05-9d9463d5fd9f219b',1879448560611368398);
    DELETE FROM sqlite_sequence;
    INSERT INTO sqlite_sequence VALUES('checkpoint',6);
    INSERT INTO sqlite_sequence VALUES('entry',7);
    """
}
