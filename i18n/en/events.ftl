## What happened, in words: the timeline of a case

point = { " · " }
event-redispatched = Redispatch
event-to = → { $who }
event-to-nobody = Nobody in particular
event-version = version { $version }
event-promised-by = answer promised by { $at }
event-verbal-approval = Verbal approval
event-given = { $who }, { $at }
event-slip = Return slip
event-sight-granted = allowed until { $time }
event-sight-declined = not allowed
event-signed = signed by { $who }
event-round-completed = Round { $round }: all slips are in
event-round-emptied = Round { $round } has to be dispatched anew
event-round-opened = Round { $round } begins
event-missed = { $missed } reports missed
event-attempt = attempt { $attempt }
event-dissatisfied = dissatisfied { $times } times
timeline-further-call = Called again
timeline-day-round = { $day }, round { $round }
event-duty = { $department }: { $words }, by { $due }
