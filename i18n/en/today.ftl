## 工作台

today-morning = Good morning, { $name }
today-afternoon = Good afternoon, { $name }
today-evening = Good evening, { $name }
today-comma = ,{" "}
today-working-day = working day { $hours }
today-day-off = day off
today-yesterday = Yesterday { $new } came in and { $closed } were closed.{" "}
today-first-late = First today: { $late } late.{" "}
today-first-due = { $due } are due today, none is late.{" "}
today-nothing-urgent = Nothing is due today.{" "}
today-report-unsent = The report of { $month } has not been submitted.
today-report-waits = The report of { $month } waits for your approval.

today-open = Open
today-new = New today
today-due = Due today
today-late = Late
today-to-call-back = To call back
today-members = Members called
today-before = { $count } yesterday
today-callbacks-among = { $count } callbacks
today-members-among = { $count } members
today-members-none = none yet this month
today-members-all = all { $reached } this month
today-members-missing = { $count } missing

today-urgent = Most urgent
today-urgent-by = by working time left
today-all = All { $count }
today-mine = Mine { $count }
today-group-late = Late
today-group-soon = Due soon
today-group-today = Due today
today-count = { $count }
today-look = Look
today-none-title = Nothing is due today
today-none-words = What is late, due soon or due today appears here.
today-rest = { $later } more are due tomorrow or later
today-rest-cut = { $cut } more are due today, { $later } tomorrow or later
today-on-board = Show on the board

today-todo = My to-dos
today-todo-none = Nothing to do
today-submit-report = Submit the report of { $month }
today-approve-report = Approve the report of { $month }
today-reminders = Reminders
today-reminders-none = No reminders
today-missed = { $number } missed { $missed } reports in a row
today-members-left = { $count } members still to be called back
today-repeat = Perhaps a repeat: { $number } and { $other }

today-calls = Callbacks today
today-calls-count = { $all }, { $appointed } appointed
today-calls-none = Nobody to call back
today-calls-day-off = Today is a day off; no callbacks are planned.
today-to-callbacks = Call back
today-quiet = Quiet hours
today-key-member = Member
today-key-other = Other
today-key-quiet = No calls

today-briefing = Copy briefing
today-briefing-copied = The briefing is on the clipboard, names masked
today-briefing-head = Morning briefing { $day }
today-briefing-figures = { $open } open, { $due } due today, { $late } late, { $waiting } to call back
today-briefing-group = { $name }: { $count }
