/// A library to be loaded before a program (LD_PRELOAD), which writes down all that the program does to the files of one
/// folder, and can end it, or make a call fail, at any of them; also those that only read. Tests of power cuts, kills, full
/// disks and failing disks use it.
///
/// It is told by the environment:
///
///   FILE_RECORDER_FOLDER   the folder that is watched, with all below it; without it nothing is done
///   FILE_RECORDER_LOG      the file that operations are written to; several programs may share it
///   FILE_RECORDER_KILL_AT  the number of the operation, from 1, before which the program is killed as by `kill -9`;
///                          with `/2` after the number, half of what it writes is written first
///   FILE_RECORDER_FAIL_AT  the number of the operation that fails; with `+` after it, all from there on fail
///   FILE_RECORDER_FAIL_CALL
///                          one call that fails, of all calls, also those that change nothing: `3 pread FILE` is the third
///                          `pread` of a path, which is a pattern of the shell; `3+` is that one and all calls after it,
///                          `3/2` has it move half of its bytes and is no error
///   FILE_RECORDER_CALLS    the file that each call is written to, as `KIND NAME PATH`, the kind being a sum of
///                          `watched_kind`; where one is ordered to fail, those that do
///   FILE_RECORDER_LOCKS    if `none`, the system has no room for a lock on any of the files
///   FILE_RECORDER_ERROR    the number of the error they fail with; only those fail that it fits: with ENOSPC those that
///                          may need room, with EACCES those that go by a name
///
/// An operation in the log is a line of words, the last of which is the count of the bytes that follow it. Paths are
/// relative to the folder, which is empty itself; two paths are parted by a NUL. Files are named by their inodes.
///
///   create INODE MODE n      path         a file that was not there
///   folder INODE MODE n      path         a folder that was not there
///   write INODE OFFSET n     bytes
///   size INODE SIZE 0                     cut off or grown
///   mode INODE MODE 0
///   sync INODE 0 0                        fsync or fdatasync, of a file or of a folder
///   rename 0 0 n             path, path
///   exchange 0 0 n           path, path
///   remove 0 0 n             path         a name of a file, or an empty folder
///   mark PROCESS 0 n         text         what the program wrote to its standard output
///   other 0 0 n              name         a call that changes files in a way that is not written down
#ifndef C_FILE_RECORDER_H
#define C_FILE_RECORDER_H
#endif
