## 派单看板: the tool bar, the lanes, the list

board-summary = { $open } open · { $late } late · { $soon } due soon
board-lanes = Board
board-rows = List
board-department = Department
board-category = Category
board-priority = Priority
board-all-departments = All departments
board-all-categories = All categories
board-all-priorities = All priorities
board-clear = Clear
board-sort-urgency = Least time left first
board-sort-priority = Highest priority first
board-sort-newest = Newest first
board-sort-oldest = Oldest first

board-lane-to-dispatch = To dispatch
board-lane-to-accept = To accept
board-lane-handling = In handling
board-lane-approval = To approve
board-lane-callback = To call back
board-lane-escalated = Escalated
board-none-to-dispatch = Nothing to dispatch
board-none-to-accept = Nothing to accept
board-none-handling = Nothing in handling
board-none-approval = Nothing to approve
board-none-callback = Nobody to call back
board-none-escalated = Nothing escalated
board-late = { $late } late

board-column-clock = Time limit
board-column-number = Number
board-column-customer = Customer
board-column-category = Category
board-column-summary = Summary
board-column-stage = Stage
board-column-owner = Handler
board-column-flags = Flags
board-column-priority = Priority
board-column-registered = Registered
board-foot = { $all } in all, { $first }–{ $last } shown
board-foot-keys = ↑↓ choose · Space select · Enter open · D dispatch · U remind · M more

board-empty-title = No open complaints
board-empty-words = Registered complaints appear here, one lane a stage.
board-none-title = No complaint passes the filters
board-not-found-words = No number, name, phone or text matches. Try other words, or clear the filters.
board-none-words = Choose another filter, or clear them.

board-reminder = { $number } please see to it: { $clock }
board-reminded = Reminded { $who } of { $number }
board-taken-back = Took back the dispatch of { $number }
board-taken-back-reason = Undone right after dispatching
board-refused = { $number } was not done

## 派给谁: the dock

board-dock-dispatch = Dispatch to
board-dock-forward = Pass on to
board-dock-judge = Judge the complaint
board-dock-reply = Answer the customer
board-dock-exempt = Cannot dispatch yet
board-dock-recall = Recall the dispatch
board-dock-look = This case
board-not-done = Not done; what you typed is still here
board-person-of = { $person } ({ $department })

board-suggested = Suggested
board-suggested-by = by route and recent cases
board-all-targets = All departments
board-search = Department, name
board-whoever = Whoever accepts
board-has-it = Has it already
board-chosen = Chosen
board-load = { $open } open ·
board-load-late = { $late } late
board-load-none-late = { $open } open · 0 late
board-why-route = Route of the category
board-why-last-round = Had the last round
board-why-closed = Closed { $count } of the last { $of }
board-why-meant = Named at dispatch
board-two-hops = By way of { $manager }
board-two-hops-words = It goes to the manager first, who passes it on; each hop has its own limit.
board-handler-of = Handler in { $department }
board-note = A note to the department, optional
board-several = Several departments at once
board-limit = { $clock } { $amount } { $unit }
board-starts = Clocks that start: { $first }; once accepted, { $report }
board-do-dispatch-several = Dispatch to { $count }
board-later = Cannot dispatch yet…
board-back = Back
board-open-case = Open the case
board-orders = Dispatched in this round
board-recall-verb = Recall…

board-judge-validity = Judgement
board-judge-why = Reason
board-judge-reason = The facts it rests on
board-judge-then-dispatch = Dispatching comes next.
board-judge-then-reply = A courteous reply comes next.

board-reply-said = What the customer is told
board-reply-words = Write the reply here
board-by-means = By
board-reply-method = By
board-reply-outcome = How the customer took it
board-reply-then-close = The reply closes the complaint.
board-reply-then-judge = It will be judged again.
board-avoid = Better not say "{ $word }"; say instead: { $instead }

board-exempt-hint = An exempt limit counts neither as on time nor as late, and is listed in the monthly report.
board-exempt-clock = Which limit
board-exempt-reason = Special circumstances
board-exempt-words = For example: the customer travels until 20 March
board-in-words = In words
board-recall-hint = { $department } has not accepted it; once recalled it can be dispatched again.
board-recall-words = Why it is recalled

board-missing-target = Choose a department first
board-missing-validity = Judge it first
board-missing-reason = Write the reason first
board-missing-words = Write what the customer is told first
board-missing-outcome = Note how the customer took it first
board-missing-clock = Choose a limit first
board-missing-exemption = Choose the circumstances first
board-missing-line = Write a sentence first

board-dispatched = Dispatched { $number } to { $names }
board-dispatched-in = Dispatched { $number } to { $names } in { $used }
board-forwarded = Passed { $number } on to { $name }
board-judged = Judged { $number }: { $validity }
board-replied = Answered { $number }: { $outcome }
board-exempted = Exempted { $clock } of { $number }: { $reason }
board-recalled = Recalled { $number } from { $department }

## Filters, views, ticks, updates

board-only-late = Overdue
board-only-soon = Due soon
board-within = { $days ->
    [1] Registered today
   *[other] Last { $days } days
}
board-with-closed = With closed
board-mark-again = Round 2 and later
board-mark-repeated = Repeat complaint
board-mark-missed = Missed reports
board-mark-exempted = With exemptions
board-more-filters = More
board-words = Number, words, name
board-columns = Columns
board-heading-limits = Limits
board-heading-marks = Marks
board-heading-days = Registered
board-heading-people = Handler or tracker
board-view-all = All open
board-view-late = Overdue
board-view-waiting = To dispatch
board-view-mine = Mine
board-view-major = P1 complaints
board-view-again = Round 2 and later
board-view-ledger = Ledger (with closed)
board-view-own = Own filters
board-views-own = My views
board-view-name = Name of the view
board-view-keep = Save
board-view-unnamed = Give the view a name first
board-view-forget = Delete this view
board-soon = { $soon } soon
board-burning = { $late } overdue, { $soon } due soon
board-closed-on = { $code } { $day }
board-updates = { $count ->
    [one] 1 update
   *[other] { $count } updates
}
board-not-found = Nothing found for "{ $words }"
board-search-closed = Search closed ones too
board-checked = { $count } selected
board-copy-numbers = Copy numbers
board-copied-numbers = { $count ->
    [one] 1 number copied
   *[other] { $count } numbers copied
}
board-uncheck = Clear selection
board-none-dispatchable = None of the selected complaints waits for dispatch
board-none-remindable = None of the selected has a work order to remind
board-left-out = { $count } more of those ticked cannot be handled this way and stay as they are.
board-reminded-some = { $count } reminded; for { $left } there is nobody to remind
board-tracked-now = Tracked by { $person } now
board-reminded-all = { $count } reminded
board-track-checked = Change tracker
board-none-trackable = None of the selected complaints can get another tracker
board-tracked-all = { $name } tracks { $count } complaints
board-taken-back-all = Dispatch of { $count } taken back
board-dispatched-all = { $count } dispatched → { $names }
board-done-later = { $count } done
board-done-some = { $done } of { $all } done
board-let-go = Release to dispatch
board-mean = { $hours } h on average
board-like = { $count } alike in 30 days
board-lately = Last { $days } days: { $like } alike, { $mean } h to the slip on average

## What else can be done

board-missing-return-reason = Choose why it is returned
board-missing-person = Choose somebody
board-missing-assistants = Choose who helps
board-missing-with = Write with whom
board-missing-when = Write the time, such as 14:30
board-missing-attendees = Choose who took part
board-missing-duties = Choose the departments with a duty
board-missing-duty = Write a duty and a due time for each department
board-missing-due = This time cannot be read
board-missing-said = Write it down first
board-return-reason = Reason for returning
board-departments-of = Department
board-person = Person
board-attendees = Attendees
board-assistants = Who helps
board-visibility = Who may read it
board-when = When it was held
board-when-words = 14:30, yesterday 9:00
board-duty-words = What is to be done
board-due-words = tomorrow, +4
board-until = by { $at }
board-with = With whom
board-with-words = A name or a department
board-said = What was said
board-said-words = What was said and agreed
board-minutes = Minutes
board-minutes-words = Optional
board-note-words = Only the office reads it
board-why-words = Facts and reasons
board-urge-words = What to say
board-urge-hint = Please report soon
board-note-give-back = Returns are counted; with no department left the case waits for dispatch again.
board-note-transfer = The other department accepts it anew; its time limit starts now.
board-note-supervise = The case keeps it; handler and department manager see it.
board-note-meet = Duties and due times stay with the case for all departments.
board-note-escalate = The manager arranges what is next; other time limits stop.
board-note-internal = Internal: the customer never sees it.
board-given-back = Returned { $number }: { $reason }
board-transferred = Transferred { $number } → { $department }
board-reassigned = { $number } is handled by { $person } now
board-assisted = { $number } is assisted by { $names }
board-supervised = Supervising { $department } on { $number }
board-communicated = Noted the talk with { $with } about { $number }
board-met = Noted the meeting on { $number }, { $count } duties
board-escalated = Escalated { $number }
board-tracked = { $name } tracks { $number }
board-noted = Noted on { $number }
board-form-of = { $verb }…
board-remind-whom = Remind { $whom }
board-copy-number = Copy number
board-copied-number = { $number } copied
board-export = Export selected
board-saved = { $name } saved
board-not-saved = Nothing was saved
board-no-dialog = This system has no file dialogs.
board-project = Project
board-page = Page { $page } of { $pages }
board-copy-slip = Copy dispatch for chat
board-picture-slip = Copy slip as a picture
board-copied-slip = Copied the dispatch of { $number }, names and numbers masked
board-save-slip = Save slip as a picture file…
board-pictured-slip = Copied the slip of { $number } as a picture, names and numbers masked
board-not-taken = The clipboard took no picture
board-not-taken-words = This system's clipboard does not accept pictures now. The slip can be saved as a file instead.
board-save-slip-instead = Save as a file…
board-reviewed = Reviewed { $number }
board-review = What the review shows
board-review-words = What fell short, and what is next
board-exemptions = Exemptions
board-no-exemptions = Nothing was exempted.
