## The closed lists of the field

kind-complaint = Complaint
kind-inquiry = Inquiry
kind-suggestion = Suggestion
kind-praise = Praise

salutation-madam = Ms
salutation-sir = Mr
salutation-unknown = Not said

validity-founded = Founded
validity-partly-founded = Partly founded
validity-unfounded = Unfounded

severity-minor = Minor
severity-serious = Serious
severity-major = Major

urgency-normal = Normal
urgency-urgent = Urgent
urgency-critical = Critical

priority-p1 = P1
priority-p2 = P2
priority-p3 = P3

complexity-simple = Simple
complexity-ordinary = Ordinary
complexity-complex = Complex

major-reason-safety = Safety or injury
major-reason-media-or-regulator = Media or regulator involved
major-reason-amount = Amount over threshold
major-reason-group = Group complaint
major-reason-second-dissatisfaction = Dissatisfied twice
major-reason-manual = Marked by hand

method-other-departments = Asked other departments
method-files = Read the files
method-background = Analysed the background

remedy-return = Return
remedy-exchange = Exchange
remedy-repair = Repair
remedy-refund = Refund
remedy-damages = Damages
remedy-goodwill = Goodwill
remedy-apology = Apology
remedy-other = Other

approval-method-written = Written
approval-method-verbal = Verbal
approval-method-system = In the system

acceptance-method-signature = Signature
acceptance-method-phone = Phone
acceptance-method-message = Text message
acceptance-method-in-person = In person

contact-method-phone = Phone
contact-method-message = Text message
contact-method-mail = Email
contact-method-chat = Chat
contact-method-visit = Visit

call-outcome-reached = Reached
call-outcome-no-answer = No answer
call-outcome-refused = Refused
call-outcome-bad-number = Bad number

satisfaction-satisfied = Satisfied
satisfaction-neutral = Neutral
satisfaction-dissatisfied = Dissatisfied

close-code-satisfied = Closed, satisfied
close-code-unfounded = Closed, unfounded
close-code-withdrawn = Withdrawn by customer
close-code-unreachable = Closed, unreachable
close-code-supervisor-approved = Closed by supervisor
close-code-solved-at-desk = Solved at the desk

exemption-customer-asked = Customer asked to postpone
exemption-customer-unreachable = Customer unreachable
exemption-third-party = Waiting for a third party
exemption-force-majeure = Force majeure
exemption-system-failure = System failure
exemption-missing-information = Missing information
exemption-other = Other

pause-waiting-for-customer = Waiting for customer
pause-waiting-for-third-party = Waiting for third party
pause-waiting-for-parts = Waiting for parts
pause-waiting-for-approval = Waiting for approval
pause-other = Other
pause-merged = merged

return-not-ours = Not our department
return-missing-information = Missing information
return-duplicate = Dispatched twice
return-other = Other

link-repeat-of = Repeat complaint
link-same-matter-as = Merged
link-related-to = Related
link-systemic-issue = Same systemic issue

progress-contacted = Customer contacted
progress-investigating = Investigating
progress-waiting-for-department = Waiting for department
progress-plan-drafted = Plan drafted
progress-executed = Executed
progress-other = Other progress

follow-up-promise = Open promise
follow-up-service = Service callback
follow-up-occasion = Seasonal callback
follow-up-reminder = Friendly reminder
