## Why something was not done, and what to do next

refused-not-kept-disk-full = The disk is full and nothing was saved. Make room and try again; what you typed is still here.
refused-not-kept-too-large = Too much at once; nothing was saved. Do it in several steps.
refused-not-kept-failed = Writing to the book failed and may not have been saved. Open the program again and check; one press is never written twice.
refused-not-kept-closed = The book was closed. Open the program again.
refused-not-kept-unreadable = Entry { $position } was written by a newer version. Update Redress on this machine.
refused-not-kept-lost = Entries { $first } to { $last } are lost; everything else works. Run verify and restore them from a backup.
refused-not-kept-file-missing = A file of the book is missing. Restore it from a backup.
refused-not-kept-file-damaged = A file of the book is damaged. Restore it from a backup.
