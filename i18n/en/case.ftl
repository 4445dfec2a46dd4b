## A case on a card, in a row, at the head of a sheet: chips and flags

chip-escalated = Escalated
chip-with-manager = with the manager

flag-major = Major
flag-to-judge = To judge
flag-to-reply = To reply
flag-round = Round { $round }
flag-times = Complaint { $times }
flag-calls = { $calls } calls
flag-member = Member
flag-missed = { $missed } missed
flag-two-hops = Two hops
flag-paused = Paused
