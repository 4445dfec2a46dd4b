## What the values of the domain are called: stages, clocks, roles, verbs, people


## Stages of a complaint

stage-to-judge = To be judged
stage-to-reply = To be answered
stage-to-dispatch = To be dispatched
stage-in-handling = In handling
stage-to-call-back = To be called back
stage-escalated = Escalated
stage-closed = Closed
stage-archived = Archived
stage-merged = Merged

## Stages of a work order

order-stage-to-forward = To be forwarded
order-stage-to-accept = To be accepted
order-stage-handling = In handling
order-stage-awaiting-approval = Awaiting approval
order-stage-executed = Executed, slip due
order-stage-handed-in = Slip handed in
order-stage-ended = Ended

## Clocks

clock-dispatch = Dispatch
clock-second-hop = Forwarding
clock-accept = Acceptance
clock-report = Report
clock-acknowledge = First answer
clock-contact = Contact
clock-result = Return slip
clock-approval = Approval
clock-callback = Callback
clock-other-callback = Follow-up
clock-first-contact = First contact
clock-promise = Promised answer
clock-month-report = Monthly report

## What a clock says when it neither runs nor is met

clock-short-second-hop = Forward
clock-short-accept = Accept
clock-short-acknowledge = Answer
clock-short-contact = Contact
clock-short-result = Slip
clock-short-other-callback = Follow-up
clock-short-promise = Promise
clock-short-first-contact = Contact
clock-short-month-report = Month
clock-paused = Paused: { $reason }
clock-exempt = Exempted: { $reason }
clock-cancelled = No longer applies
clock-due-at = Due { $at }

## Units of limits

unit-working-minutes = working minutes
unit-natural-hours = hours
unit-working-days = working days
unit-natural-days = days
unit-end-of-day = end of the working day

## Roles

role-front-desk = Front desk
role-front-desk-supervisor = Desk supervisor
role-department-handler = Handler
role-department-manager = Department manager
role-escalation-manager = Escalation manager
role-manager = Manager
role-admin = Administrator

## Small lists

agreement-agreed = Agreed
agreement-refused = Not agreed
reply-outcome-understood = Customer accepts it
reply-outcome-disputed = Customer disputes it
quality-sound = No quality problem
quality-single-piece = Single piece
quality-batch = Batch
quality-design = Design
visibility-internal = Internal
visibility-customer = Visible to the customer
department-kind-front-desk = Front desk
department-kind-handling = Handling department
department-kind-region = Region
department-kind-staff = Staff department
presence-present = Present
presence-away = Away

## Verbs, as buttons and timelines say them

verb-register = Register
verb-judge = Judge
verb-reply = Reply
verb-acknowledge = Acknowledge
verb-solve = Solve at the desk
verb-convert = Turn into a complaint
verb-amend = Correct
verb-mark-major = Mark as major
verb-dispatch = Dispatch
verb-recall = Recall
verb-escalate = Escalate
verb-forward = Forward
verb-accept = Accept
verb-give-back = Return
verb-transfer = Transfer
verb-reassign = Change handler
verb-assist = Assist
verb-report = Report progress
verb-promise-report = Needs longer
verb-contact = Contact customer
verb-investigate = Investigate
verb-propose = Draft plan
verb-record-answer = Customer's answer
verb-submit = Submit for approval
verb-approve = Approve
verb-record-verbal-approval = Record verbal approval
verb-send-plan-back = Send back
verb-execute = Execute plan
verb-hand-in = Hand in slip
verb-pause = Pause clocks
verb-resume = Resume clocks
verb-exempt = Exempt
verb-remind = Remind
verb-supervise = Supervise
verb-dial = Dial
verb-record-callback = Call back
verb-appoint = Reschedule
verb-assign-callback = Assign the callback
verb-close = Close
verb-reopen = Reopen
verb-archive = Archive
verb-communicate = Log communication
verb-note = Note
verb-meet = Meeting
verb-link = Link
verb-unlink = Unlink
verb-merge = Merge
verb-unmerge = Take apart
verb-assign-tracking = Tracking owner
verb-form-group = Task group
verb-review = Review
verb-hold-accountable = Accountability
verb-plan-improvement = Improvement
verb-finish-improvement = Improvement done
verb-follow-up = Follow up
verb-finish-follow-up = Follow-up done
verb-attach = Attach
verb-reveal = Reveal
verb-ask-sight = Ask to see
verb-answer-sight = Answer request to see

## People

customer-madam = Ms { $surname }
customer-sir = Mr { $surname }
customer-unknown = { $surname } **
customer-cloaked = ••
program-itself = Redress
