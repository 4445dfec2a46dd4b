## 作業系統：對話框、資料夾

file-kind-workbook = Excel 活頁簿
file-kind-csv = CSV 表格
file-kind-pdf = PDF 檔案
file-kind-image = PNG 圖片
file-kind-svg = SVG 圖片
file-kind-text = 文字檔
file-kind-json = JSON 檔案
file-kind-backup = Redress 備份
dialog-save = 儲存到
dialog-open = 選擇檔案
dialog-folder = 選擇資料夾
dialog-unavailable = 系統沒有檔案對話框服務。請安裝 xdg-desktop-portal，或在命令列用 --out 指定位置。
open-failed = 系統沒有可開啟這個檔案的程式：{ $path }
write-failed = 無法寫入 { $path }：{ $reason }
