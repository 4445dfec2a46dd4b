# Customer files

customer-kind-private = Private
customer-kind-company = Company
customer-kind-dealer = Dealer
customer-kind-other = Other

customer-verb-open = Open the file
customer-verb-change = Change the file
customer-verb-assign = Assign
customer-verb-note = Write a note
customer-verb-contact = Record contact
customer-verb-merge = Merge
customer-verb-unmerge = Undo the merge
customer-verb-tell-apart = Not the same person
customer-verb-reveal = View full details

customer-alike-member = Same member number
customer-alike-name = Same name and last four digits

customer-nobody = Nobody

customer-refused-no-file = There is no customer file { $number }. Check the number.
customer-refused-open-first = A new file begins with its opening, and a file is opened only once.
customer-refused-phones = Enter 1 to { $most } telephone numbers.
customer-refused-phone-twice = The same number stands there twice. Remove one.
customer-refused-email = The e-mail address is not complete. Check it.
customer-refused-rests = The rest hours begin and end at the same time. Change one of them, or clear both.
customer-refused-tags = At most { $most } tags, each of them once.
customer-refused-unchanged = Nothing was changed.
customer-refused-merged = This file was merged into { $number }. Work on that one, or undo the merge first.
customer-refused-not-a-keeper = { $person } does not work at the front desk and cannot keep customers. Choose somebody who does.
customer-refused-same = A file cannot be merged with itself.
customer-refused-circle = That file was merged into this one. Undo that merge first.
customer-refused-other-merged = That file was merged into { $number }. Choose { $number }.
customer-refused-not-merged = This file was never merged.
