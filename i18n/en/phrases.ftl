## Text templates: put in by a code or from a list; the page of the settings

phrase-list = Templates
phrase-said = "{ $name }" put in
phrase-slot = [{ $name }]
phrase-place-content = Description
phrase-place-remedy = Requested remedy
phrase-place-reply = Reply to customer
phrase-place-report = Progress report
phrase-place-contact = Customer contact
phrase-place-slip = Return slip
phrase-place-callback = Callback record

phrase-page-words = "/code" and Tab, or { $keys } for the list; placeholders fill in
phrase-add = Add template
phrase-standard = Add the standard ones
phrase-code = Code
phrase-code-hint = Letters and digits, { $most } at the most; capitals do not matter
phrase-places = Offered at
phrase-text = Text
phrase-text-hint = What is written into the form
phrase-preview = As it is filled in
phrase-preview-hint = The customer is invented. What a form does not know yet is left blank
phrase-empty = No templates yet. Add one, or add the standard ones.
phrase-unsaved = Changes are not saved yet

phrase-fault-no-code = A code is missing
phrase-fault-code = A code is made of letters and digits, { $most } at the most
phrase-fault-no-name = A name is missing
phrase-fault-name-too-long = The name has { $got } characters; { $most } at the most
phrase-fault-nowhere = Choose at least one place where it is offered
phrase-fault-no-words = The text is missing
phrase-fault-too-long = The text has { $got } characters; { $most } at the most
phrase-fault-twice = The code "{ $code }" belongs to another template in use; choose a different one
phrase-refused = Template "{ $code }": { $fault }.
