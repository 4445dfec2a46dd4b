## Reports and printed forms (FORMS.md). No space between digits and Chinese on a form.

report-month-of = { $year }-{ $month }
report-quarter-of = Q{ $quarter } { $year }
report-year-of = { $year }
report-days = { $first } to { $last }
report-title = { $company } { $period } { $name }
report-name-monthly = Monthly complaint summary
report-name-category = Complaint statistics by category
report-name-callback = Callback record
report-name-callback-summary = Callback summary report
report-name-ledger = Complaint ledger
report-name-record = Complaint record
report-name-slip = Dispatch and return slip
report-unit = Prepared by: { $unit }
report-period-line = Period: { $days }
report-received-line = Received: { $days }
report-callback-line = Callbacks: { $days }
report-number-line = No. { $number }   Unit: cases
report-unit-cases = Unit: cases
report-mark-draft = Draft, not approved
report-mark-waiting = Waiting for approval
report-mark-corrected = Corrected version
report-page-of = Page { $page } of { $pages }
report-none = None
report-not-said = Not stated
report-undispatched = Not dispatched
report-yes = Yes
report-no = No
report-total = Total
report-subtotal = Subtotal
report-grand-total = Grand total
report-others = The rest
report-rest-departments = Other departments

## Parts of the month's summary

report-part-overview = 1. Overview
report-part-departments = 2. By responsible department
report-part-categories = 3. By category
report-part-shares = 4. By channel, region and product
report-part-details = 5. Complaints in detail
report-part-notable = 6. Major, escalated and repeat complaints
report-part-improvements = 7. Analysis and improvement
report-part-exemptions = 8. Special cases (exemptions)
report-part-urgent = Urgent calls in rest hours: { $count }
report-part-accountability = 9. Accountability
report-part-definitions = Definitions
report-this = This month
report-last = Last month
report-change = Change
report-year-before = Same month last year
report-balance-holds = Check: opening { $opening } + new { $new } = closed { $closed } + closing { $closing }: they agree.
report-balance-broken = Check: opening { $opening } + new { $new } ≠ closed { $closed } + closing { $closing }: they differ.
report-members-missing = Members not called back: { $names }.
report-major-remark = { $count } major
report-people = { $count } ({ $people })
report-why-major = major ({ $reasons })
report-why-escalated = escalated to { $to } on { $day }
report-why-repeat = repeat complaint
report-notable-line = { $number } { $customer } ({ $department }): { $why }. { $summary }. { $outcome }.

## Figures

measure-opening = Opening
measure-new = New
measure-founded = of these founded
measure-unfounded = of these unfounded
measure-to-handle = To handle
measure-closed = Closed
measure-closing = Closing
measure-late-open = of these late
measure-closure = Closure rate
measure-first-resolution = Solved first time
measure-satisfaction = Satisfaction
measure-response = Response in 24 h
measure-dispatch = Dispatch in 10 min
measure-reports = Reports in 30 min
measure-callback = Called back
measure-member-callback = Members called back
measure-callback-on-time = Called back in time
measure-redispatched = Redispatched
measure-escalated = Escalated
measure-repeats = Repeats
measure-compensation = Compensation (¥)
measure-handling = Mean handling time (h)

## Columns

column-no = No.
column-number = Number
column-department = Department
column-opening = Opening
column-new = New
column-to-handle = To handle
column-closed = Closed
column-closing = Closing
column-closure = Closure rate
column-rank = Rank
column-on-time = In time
column-satisfied = Satisfied
column-neutral = Neutral
column-dissatisfied = Dissatisfied
column-satisfaction = Satisfaction
column-redispatched = Redispatched
column-escalated = Escalated
column-late = Late
column-handling = Mean time (h)
column-remark = Remark
column-parent = Category
column-sub = Subcategory
column-cause = Cause
column-count = Cases
column-count-people = Cases (people)
column-times-people = Complaints (people)
column-people = People
column-share = Share
column-change = Change
column-change-count = Change
column-channel = Channel
column-region = Region
column-product = Product
column-day = Date
column-customer = Complainant
column-category = Category
column-summary = Summary
column-liable = Responsible
column-result = Result
column-callback-result = Callback
column-round = Round
column-status = Status
column-closed-day = Closed
column-problem = Problem
column-root-cause = Root cause
column-measure = Measure
column-due-day = Due
column-verified = Verified
column-clock = Limit
column-reason = Reason
column-approver = Approved by
column-held = Measure
column-recorded-by = Recorded by
column-date = Date
column-founded = Founded
column-unfounded = Unfounded
column-open = Open
column-repeat = Repeats
column-month = Month

## Columns of the ledger

ledger-received = Received
ledger-channel = Channel
ledger-phone = Phone
ledger-product = Product
ledger-parent = Category
ledger-sub = Subcategory
ledger-severity = Severity
ledger-content = Content
ledger-remedy = Requested remedy
ledger-validity = Founded
ledger-dispatched = Dispatched
ledger-dispatch-minutes = Dispatch (min)
ledger-contact = First contact
ledger-cause = Cause
ledger-measures = Measures
ledger-compensation = Compensation
ledger-slip = Return slip
ledger-handling = Handling (h)
ledger-called = Called back
ledger-escalated = Escalated
ledger-close-code = Closed as
ledger-closed = Closed
ledger-late = Late

## The callback record and summary

callback-number = Callback no.
callback-case = Complaint no.
callback-name = Customer
callback-member = Member
callback-product = Product or service
callback-summary = Summary
callback-due = Due
callback-at = Called
callback-method = By
callback-outcome = Outcome
callback-length = Length (s)
callback-result = With the result
callback-process = With the service
callback-reasons = Reasons
callback-suggestions = Suggestions
callback-new-problem = New problem
callback-next = What follows
callback-appointment = Next appointment
callback-caller = Caller
callback-head-line = { $calls } calls, { $reached } reached; satisfied { $satisfied }, neutral { $neutral }, dissatisfied { $dissatisfied }; members { $members }.
callback-totals-line = Owed { $due }, done { $done }, rate { $rate }, reached { $success }, satisfaction { $satisfaction }.
callback-next-close = Closed
callback-next-redispatch = Redispatched
callback-next-escalate = Escalated
callback-next-again = Call again
callback-part-general = 1. Overview
callback-part-satisfaction = 2. Satisfaction
callback-part-reasons = 3. Reasons for dissatisfaction
callback-part-suggestions = 4. Suggestions
callback-part-cases = 5. Typical cases
callback-part-people = 6. How callbacks were made
callback-part-measures = 7. Measures and owners
callback-owed = Owed
callback-done = Done
callback-calls = Calls
callback-reached = Reached
callback-no-answer = No answer
callback-refused = Refused
callback-bad-number = Bad number
callback-group = Group
callback-all = All
callback-members = Members
callback-others = Others
callback-last-period = Period before
callback-times = Times
callback-on-time = In time
callback-complete = Complete
callback-seconds = Mean length (s)

## Category statistics

category-by-category = By category
category-by-department = Department × category
category-by-channel = Channel × category
category-trend = By month
category-charts = Charts
category-analysis = Analysis
category-countermeasures = Countermeasures
category-analysis-line = { $count } new; the { $few } largest categories make { $share }: { $names }.

## Definitions, as printed under the tables

definition-satisfaction = Satisfaction = satisfied ÷ callbacks that reached the customer; unfounded complaints do not count.
definition-callback = Called back = reached ÷ owed; owed are those reached in the period, those that fell due in it unreached, and those closed in it without a callback.
definition-callback-on-time = Called back in time = reached by the limit ÷ owed; the members' rate counts members only.
definition-first-resolution = Solved first time = closed satisfied in round 1 (solved at the desk included) ÷ closed.
definition-on-time = In time = return slips within the limit ÷ return slips due.
definition-response = Response = first answers within 24 hours ÷ received; dispatch = first dispatches within the limit ÷ to be dispatched.
definition-reports = Reports = reports in time ÷ reports due, over work orders dispatched in the period.
definition-closure = Closure rate = closed ÷ to handle; to handle = opening + new.
definition-repeat = Repeat = the same customer with the same product or category within { $days } days.
definition-handling = Handling time = received until the last return slip, or else until closed; the mean is over closed complaints, in natural hours.
definition-department = A complaint counts in one department: that of the first work order of its latest round; those never dispatched have a line of their own.
definition-exempt = What is exempt counts neither in numerator nor denominator and is listed. Percentages have two decimals; "—" stands where the denominator is 0.

## Signatures

sign-prepared = Prepared: ____________
sign-filled = Filled in (supervisor): ____________
sign-filled-plain = Filled in: ____________
sign-opinion = Supervisor of { $unit }: ____________________
sign-signature = Signature: ____________
sign-reviewed = Reviewed: ____________
sign-approved = Approved: ____________
sign-caller = Caller: ____________
sign-author = Written: ____________
sign-date = Date: ____-__-__
sign-archive = Filed as: ____________

## Charts

chart-pareto = Complaints by category
chart-trend = Last 12 months
chart-heatmap = Department × category
chart-satisfaction = Satisfaction
chart-count = Cases
chart-cumulative = Cumulative
chart-month = { $month }
chart-source = { $company } · { $days }
chart-unit = cases
chart-few = top { $count }: { $share }

## Checks before a report is submitted

check-balance = Opening + new = closed + closing
check-balance-broken = Opening + new and closed + closing differ by { $by }
check-categories = Categories add up to the new ones, { $count }
check-categories-broken = Categories add up to { $sum }, new ones are { $count }
check-departments = Departments add up to the new ones, { $count }
check-departments-broken = Departments add up to { $sum }, new ones are { $count }
check-exemptions-none = No exemptions
check-exemptions = All { $count } exemptions have a reason and an approver
check-exemptions-lacking = { $lacking } of { $count } exemptions lack a reason or an approver
check-members = All members were called back
check-members-missing = { $count } members were not called back
check-improvements = Improvement measures are filled in
check-improvements-missing = { $count } improvement measures are missing

report-fractions = Numerators and denominators: { $list }.
report-fraction = { $name } { $part }/{ $whole }
definition-compensation = Compensation is that of executed plans of complaints closed in the month; late are open complaints with a limit passed.

## Morning briefing

report-name-briefing = Morning briefing
briefing-new = New yesterday
briefing-closed = Closed yesterday
briefing-open = Open
briefing-late = Late
briefing-due = Due today
briefing-callbacks = To call back
briefing-members = Members missing
briefing-part-late = 1. Late
briefing-part-due = 2. Due today
briefing-part-callbacks = 3. To call back
briefing-part = { $name } ({ $count })
briefing-none-late = Nothing is late.
briefing-none-due = Nothing is due today.
briefing-none-callbacks = Nobody is to be called back.
briefing-more = { $count } more, see the workbench.
briefing-members-missing = Members still to be called, { $count } in all: { $names }.
briefing-unfiled = The report of { $month } is not filed yet.
briefing-made = made at { $time }
briefing-clock = Limit
briefing-owner = With
