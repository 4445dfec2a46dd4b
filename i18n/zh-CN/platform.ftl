## The operating system: dialogs, folders

file-kind-workbook = Excel 工作簿
file-kind-csv = CSV 表格
file-kind-pdf = PDF 文件
file-kind-image = PNG 图片
file-kind-svg = SVG 图片
file-kind-text = 文本文件
file-kind-json = JSON 文件
file-kind-backup = Redress 备份
dialog-save = 保存到
dialog-open = 选择文件
dialog-folder = 选择文件夹
dialog-unavailable = 系统没有文件对话框服务。请安装 xdg-desktop-portal，或在命令行用 --out 指定位置。
open-failed = 系统没有能打开这个文件的程序：{ $path }
write-failed = 无法写入 { $path }：{ $reason }
