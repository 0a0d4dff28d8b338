/// What of SQLite Swift cannot call, because it takes a changing number of arguments, or is left out of GRDB's face of it.
#ifndef CJOURNAL_H
#define CJOURNAL_H

/// Has a connection, when it is closed, leave the write-ahead log as it is, rather than bring it into the database; 0, or
/// an error code of SQLite.
int journal_leave_log(void *connection);

/// The system's number where what a connection failed at last was for want of room: of the disk, of a quota, or of how large a
/// file may be; 0 for all else.
int journal_refusal_of_room(void *connection);

#endif
