# 申請檢視：請求和答覆，案件與客戶檔案共用。
sight-ask = 向主管申請檢視
sight-send = 提交申請
sight-reply = 答覆
sight-wanted = { $person }申請檢視
sight-asked = 已於 { $time } 申請檢視，等主管答覆
sight-declined = { $person }沒有允許檢視
sight-over = 檢視期限已於 { $time } 結束
sight-until = 主管允許您檢視到 { $time }，唯讀
sight-until-words = 到時自動收回；申請和答覆都記在經過裡。
sight-hours = { $hours } 小時
sight-days = { $days } 天
sight-none = 不允許
