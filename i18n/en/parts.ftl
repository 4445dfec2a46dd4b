## Words that widgets and parts share

close = Close
cancel = Cancel
undo = Undo
retry = Retry
show-more = Show more
optional = Optional
required-missing = Required
adopt = Accept
busy = Working
no-hit = No match for “{ $query }”
clear-search = Clear search
nobody = Nobody yet
chosen-count = { $count } chosen
unsaved = Unsaved
locked-why = Cannot { $verb } now: { $reason }

lookup-none = No matching choice
lookup-loading = Searching
lookup-hint = Type a name or pinyin initials

period-month = Month
period-quarter = Quarter
period-year = Year
period-previous = Previous period
period-next = Next period
period-now = This period

loading-book = Reading the book, { $read } of { $total }
