## Words that widgets and parts share

close = Close
cancel = Cancel
undo = Undo
retry = Retry
show-more = Show more
optional = Optional
required-missing = Required
adopt = Accept
several-reason = { $numbers }: { $reason }
several-more-reasons = { $count } more for reasons of their own. Try them one by one.
several-count = { $count } cases
busy = Working
no-hit = No match for "{ $query }"
clear-search = Clear search
nobody = Nobody yet
chosen-count = { $count } chosen
unsaved = Unsaved
locked-why = Cannot { $verb } now: { $reason }

lookup-none = No match
lookup-loading = Searching
lookup-hint = Type a name

period-month = Month
period-quarter = Quarter
period-year = Year
period-days = Custom
period-from = From
period-until = To
period-show = Show
period-days-count = { $days ->
    [one] 1 day
   *[other] { $days } days
}
period-last-week = Last 7 days
period-last-month = Last 30 days
period-last-quarter = Last 90 days
period-year-so-far = This year
period-wrong-from = Write the first day as "2026-03-01"
period-wrong-until = Write the last day as "2026-03-12"
period-wrong-backwards = The last day lies before the first
period-wrong-ahead = The first day is still to come
period-previous = Previous period
period-next = Next period
period-now = This period

loading-book = Reading the book, { $read } of { $total }

files = Attachments
files-count = Attachments { $count }
files-add = Add attachments
files-add-short = Add
files-remove = Remove
files-keeping = Keeping files: { $count }
files-still = Attachments being kept
files-drop = Let go to attach; { $most } a file at the most
files-trouble = Some attachments were not added or opened
files-trouble-line = { $name }: { $why }
files-absent = The file is no longer there
files-not-a-file = Not a file. Compress a folder first
files-empty = The file is empty
files-too-large = The file has { $size }; { $most } is the most
files-unreadable = The file cannot be read: { $cause }
files-no-dialogs = This system has no file dialog. Drop the file on the window, or paste its path on "Attachments"
files-no-path = There is no path of a file on the clipboard
files-gone = That entry was sent or discarded meanwhile, so the file was not attached. Once registered, a case takes files under Handling
files-not-opened = The system did not open the file: { $cause }

conflict = { $who } has just changed this case
conflict-words = { $when } they changed what you are filling in; your words are still here.
conflict-show = Show difference
conflict-hide = Hide difference
conflict-mine = Use mine
conflict-theirs = Use theirs
