## Callback: queue, script, record

call-summary = { $waiting } to call · { $due } due today · { $members } members
call-tab-waiting = To call { $count }
call-tab-done = Done { $count }
call-share = Assign…
call-tick-all = All
call-whose-all = All
call-whose-mine = Mine { $count }
call-whose-nobodys = Nobody's { $count }
call-whose-empty-title = No callbacks here
call-whose-empty-words = Choose "All" to see those of others.
call-mine = Me
call-share-words = Tick the callbacks on the left and the callers here: one caller gets all of them, several get the same share each.
call-share-who = Caller
call-share-has = Has
call-share-gets = Change
call-share-then = Then
call-share-law = Nobody gets a case that they handled. It divides the work only: everybody else may still call.
call-share-do = { $count ->
    [one] Assign 1 callback
   *[other] Assign { $count } callbacks
}
call-share-none-ticked = Tick callbacks on the left
call-share-nobody = Tick a caller
call-share-nothing-changes = The ticked callbacks are assigned like this already
call-share-withdraw = Take back { $count }
call-share-left = { $count ->
    [one] 1 cannot be assigned
   *[other] { $count } cannot be assigned
}
call-share-left-words = { $numbers }: everybody who is ticked handled it. Tick somebody else, too.
call-said-shared = { $count ->
    [one] Assigned 1 callback
   *[other] Assigned { $count } callbacks
}
call-said-withdrawn = { $count ->
    [one] Took 1 callback back
   *[other] Took { $count } callbacks back
}
call-said-unshared = { $count ->
    [one] Assignment of 1 callback undone
   *[other] Assignment of { $count } callbacks undone
}
call-group-appointed = Appointed
call-group-member = Members
call-group-other = Others, by time left
call-gauge = Member callbacks { $month }
call-gauge-missing = { $count } missing: { $names }
call-empty-title = Nobody to call back
call-empty-words = Customers appear here once a department has handed in its return slip.
call-done-empty-title = No callback yet today
call-done-empty-words = Every callback recorded today is listed here.

call-dial = Dial
call-dial-from = Can be called from { $at }
call-hang-up = Hang up
call-in-call = { $by } is on the phone
call-soft-limit = best within { $minutes } min
call-call-hours = Call hours { $hours }
call-handled-by = Handled by { $handler }, not the caller
call-handled-by-you = Handled by yourself
call-attempt = Attempt { $attempt }

call-quiet-title = The customer rests now; do not call
call-quiet-words = Can be called from { $at }, in { $left }; callback due { $latest }.
call-quiet-words-open = Can be called from { $at }, in { $left }.
call-quiet-hours = Quiet hours { $hours }; a customer can have hours of their own.
call-quiet-own = This customer also rests from { $from } to { $until }.
call-quiet-urgent-counts = An urgent call needs a reason and counts in the monthly report.
call-callable = call hours
call-now = now { $time }
call-handler-title = Leave this callback to a colleague
call-handler-words = You handled this case; leave the callback to a colleague
call-appoint = Reschedule…
call-appoint-time = Reschedule…
call-appoint-at = Agreed time
call-appoint-wrong = Write date and time like "2026-03-13 14:30"
call-appoint-remark = Remark
call-appoint-do = Set time
call-message-first = Text first
call-urgent = Urgent call…
call-urgent-reason = Why it cannot wait for the end of the quiet hours
call-urgent-hint = e.g. the customer asked for an immediate call
call-urgent-dial = Call urgently
call-remind = Remind me at { $at }
call-remind-day = Remind me { $at }
call-reminded = Reminder { $at }: cancel
call-named = { $name }: { $words }
call-gone = Now "{ $stage }": no callback is due any more
call-gone-next = Next customer
call-keep-as-note = Keep as internal note
call-note-of-record = Callback that was not recorded: { $words }
call-refused = Not done; what you entered is kept

call-step-greeting = Greeting
call-step-introduction = Introduction
call-step-opening = Opening
call-step-body = Body
call-step-question = Callback
call-step-follow-up = Follow-up
call-step-closing = Closing
call-missing = ({ $what } unknown)
call-value-company = company
call-value-agent = caller
call-value-customer = customer
call-value-time = time
call-value-service = product
call-value-result = result
call-value-blessing = wish
call-next-line = next line
call-previous-line = previous
call-answer-keys = answer at any time
call-rephrase = Say it differently

call-summary-title = Case summary
call-open-case = Open case
call-content = Complaint
call-remedy = Requested remedy
call-result = Result
call-unfinished = Not finished
call-preference = Preference
call-attempts = Attempts
call-attempts-none = Not called yet

call-record-title = Callback record
call-required = Required { $filled } / { $needed }
call-field-outcome = Outcome
call-field-result = Result
call-field-process = Process
call-field-reasons = Why dissatisfied
call-field-suggestions = Suggestions
call-field-solved = Problem solved
call-field-new-problem = New problem
call-field-convenient = Convenient time
call-field-remark = What happened
call-field-again = Redispatch
call-field-note = Reason
call-suggestions-hint = In the customer's words
call-convenient-hint = e.g. weekdays after 19:00
call-remark-hint = e.g. rang out, try in the evening
call-note-hint = What the department should do
call-yes = Yes
call-no = No
call-forbidden = Instead of "{ $word }" say "{ $instead }"
call-reason-result = Result
call-reason-waiting = Waiting time
call-reason-attitude = Attitude
call-reason-promise = Broken promise
call-reason-compensation = Compensation
call-reason-other = Other

call-closes = Saving closes the case
call-closes-words = The customer is satisfied and the problem is solved: closed as satisfied.
call-round = Saving redispatches the case
call-round-words = Round { $round }, to { $to }; the number stays.
call-round-by-hand = Round { $round }; the department is retired, so the front desk dispatches again.
call-escalates = Saving escalates the case
call-escalates-words = Dissatisfied again: escalated to { $to }; the number stays, the case becomes major.
call-stays = Saving leaves it in the queue
call-stays-words = Neutral and not redispatched: the supervisor decides how it ends.
call-again = Saving leaves it for another attempt
call-again-words = Nobody was reached; it stays in the queue. You can set a time as well.
call-other-departments = Other departments…
call-same-departments = Choose none to send it back to the same ones.
call-chosen-departments = Goes to the chosen departments only.
call-save-next = Save and next
call-said-saved = Saved the callback of { $number }, { $time }
call-said-closed = { $number }: satisfied, closed
call-said-round = { $number }: round { $round } has begun with { $to }
call-said-round-by-hand = { $number }: round { $round } has begun, to be dispatched
call-said-escalated = { $number }: dissatisfied again, now with { $to }
call-said-appointed = Rescheduled { $number }
call-manners = Six don'ts
call-neutral = The customer answered neutral; there is no new round
call-neutral-words = Call again, or let the supervisor close it.
call-neutral-close = Close it…
call-done-read-only = A finished callback; it can only be read
call-done-no-record = This call has no record yet.
call-done-votes = Satisfied with the result, with the handling
call-done-solved = Yes
call-done-not-solved = No
