# Asking to be shown something: requests and answers, of cases and of customer files.
sight-ask = Ask the supervisor
sight-send = Send the request
sight-reply = Answer
sight-wanted = { $person } asks to see this
sight-asked = Asked at { $time }; the supervisor has yet to answer
sight-declined = { $person } did not allow it
sight-over = The time was over at { $time }
sight-until = You may see this until { $time }, read only
sight-until-words = It ends by itself; request and answer stand in the history.
sight-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
sight-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
sight-none = Not allowed
