# 客戶檔案

customer-kind-private = 個人
customer-kind-company = 企業
customer-kind-dealer = 經銷商
customer-kind-other = 其他

customer-verb-open = 建檔
customer-verb-change = 修改檔案
customer-verb-assign = 分派
customer-verb-note = 寫備註
customer-verb-contact = 記錄聯絡
customer-verb-merge = 合併
customer-verb-unmerge = 取消合併
customer-verb-tell-apart = 不是同一人
customer-verb-reveal = 檢視完整資料

customer-alike-member = 會員編號相同
customer-alike-name = 姓名與號碼末四碼相同

customer-nobody = 無人負責

customer-refused-no-file = 沒有客戶檔案 { $number }。請核對編號。
customer-refused-open-first = 新檔案要先建檔；已有的檔案不能再建一次。
customer-refused-phones = 請填 1 到 { $most } 個電話號碼。
customer-refused-phone-twice = 同一個號碼填了兩次。請刪去一個。
customer-refused-email = 電子郵件不完整。請核對。
customer-refused-rests = 休息時段的起訖時間相同。請改其中一個，或清空。
customer-refused-tags = 標籤最多 { $most } 個，且不可重複。
customer-refused-unchanged = 沒有任何變更。
customer-refused-merged = 這份檔案已併入 { $number }。請在那份檔案上辦理，或先取消合併。
customer-refused-not-a-keeper = { $person } 不是在職的前台人員，無法負責客戶。請換一位。
customer-refused-same = 無法與自己合併。
customer-refused-circle = 那份檔案已併入這一份。請先取消那次合併。
customer-refused-other-merged = 那份檔案已併入 { $number }。請選 { $number }。
customer-refused-not-merged = 這份檔案沒有合併過。
