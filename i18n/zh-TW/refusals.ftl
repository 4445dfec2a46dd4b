## Why something was not done, and what to do next

refused-not-kept-disk-full = 磁碟已滿，沒有儲存。清出空間後再試一次，已填的內容還在。
refused-not-kept-too-large = 一次寫入的內容太多，沒有儲存。請分幾次辦理。
refused-not-kept-failed = 帳本寫入失敗，無法確定是否已儲存。請重新開啟程式核對後再試，同一次操作不會寫兩遍。
refused-not-kept-closed = 帳本已關閉。請重新開啟程式。
refused-not-kept-unreadable = 第 { $position } 筆記錄由較新的版本寫入，請升級本機的 Redress。
refused-not-kept-lost = 第 { $first } 至 { $last } 筆記錄已遺失，其餘照常可用。請執行核驗，並從備份還原這一段。
refused-not-kept-file-missing = 帳本裡的一個檔案不見了。請從備份還原該檔案。
refused-not-kept-file-damaged = 帳本裡的一個檔案已損壞。請從備份還原該檔案。
