## The frame round every screen

app-name = Redress
app-tagline = Complaint handling
window-title = { $screen }·Redress

nav-register = Register
nav-today = Today
nav-intake = Intake
nav-board = Dispatch board
nav-handling = Handling
nav-callback = Callbacks
nav-charts = Charts
nav-reports = Reports
nav-settings = Settings
nav-group-analysis = Analysis
nav-group-reference = Reference

rail-widen = Widen the sidebar
rail-narrow = Narrow the sidebar
search-hint = Number, phone tail, name
cloak-on = Hide customer data
cloak-off = Show customer data
bell = Reminders

person-nobody = Signed out
person-nobody-hint = Sign in to work
person-menu = Account and appearance

menu-appearance = Appearance
menu-language = Language
menu-zoom = Zoom
appearance-light = Light
appearance-dark = Dark
appearance-system = System
appearance-contrast = High contrast
menu-lock = Lock
menu-keys = Keyboard shortcuts
menu-switch-person = Switch user
menu-sign-out = Sign out

status-clock = { $time }
status-cloaked = Hidden
status-book-local = Local book
status-book-team = Team database
status-no-book = No book open
status-zoom = { $percent }%
status-saved = Saved { $time }
status-backup = Last proven backup { $time }
status-backup-never = No proven backup yet

screen-empty-title = Nothing here yet
screen-empty-words = Once a book is open, its content shows here.

keys-title = Keyboard shortcuts
keys-global = Everywhere
keys-register = New complaint
keys-go = Go to page 1 to 6
keys-settings = Settings
keys-rail = Widen or narrow the sidebar
keys-help = Keys of this page
keys-cloak = Hide customer data
keys-zoom = Larger, smaller, actual size
keys-stops = Next stop, previous stop
keys-leave = Leave a field, close an overlay
keys-submit = Main action of the pane
keys-find = Filter of the page
keys-lock = Lock
keys-undo = Undo
keys-print = Print, export what is shown
keys-palette = Search and commands

toast-software-rendering = The last start ended before the first picture; drawing by the processor now.
toast-preferences-broken = The settings file of this machine was damaged and has been set aside; defaults are used.
bell-empty-title = No reminders
bell-empty-words = Late clocks, missed reports and due dates show up here.
search-needs-book = Search works once a book is open

status-open = Working time, { $left } to the next break
status-shut = Out of hours, { $left } to the next shift
status-calendar-known = { $year } calendar checked
status-calendar-unknown = No calendar for { $year }: weekends assumed
banner-log-unread = The book cannot be read
menu-who-works = Who is working

opening-title = Opening the book
opening-begins = The first start sets up departments, categories, limits and the working calendar.
opening-reading = Reading the book, { $done } entries so far
opening-checking = It was not closed properly last time: checking, { $done } entries so far
opening-mending = Mending from the other copy, { $done } entries so far
opening-failed = The book was not opened
opening-again = Try again
opening-company = Our company
opening-mended = It was not closed properly last time and was mended from the other copy. Nothing is missing.
opening-lost-title = Entries are missing
opening-changed = Entry { $position } does not continue the one before it; somebody may have changed it. Run verify.
palette-hint = Number, last four digits, name or words of the text
palette-complaints = Complaints
palette-pages = Go to
palette-nothing = Nothing found for “{ $query }”. Try another number, the last four digits or other words.
