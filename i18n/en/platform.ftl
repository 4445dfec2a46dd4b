## The operating system: dialogs, folders

file-kind-workbook = Excel workbook
file-kind-csv = CSV table
file-kind-pdf = PDF file
file-kind-image = PNG picture
file-kind-svg = SVG picture
file-kind-text = Text file
file-kind-json = JSON file
file-kind-backup = Redress backup
dialog-save = Save to
dialog-open = Choose a file
dialog-folder = Choose a folder
dialog-unavailable = This system has no file dialog service. Install xdg-desktop-portal, or give a place with --out on the command line.
open-failed = The system has no program to open this file: { $path }
write-failed = Cannot write { $path }: { $reason }
