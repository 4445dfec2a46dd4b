## 常用語: put in by a code or from a list; the page of the settings

phrase-list = 常用語
phrase-said = 已插入「{ $name }」
phrase-slot = 〔{ $name }〕
phrase-place-content = 客訴內容
phrase-place-remedy = 客戶訴求
phrase-place-reply = 回覆客戶
phrase-place-report = 回報
phrase-place-contact = 聯絡客戶
phrase-place-slip = 回單
phrase-place-callback = 回訪紀錄

phrase-page-words = 「/代碼」加 Tab 插入，或按 { $keys } 選用；欄位自動填好
phrase-add = 新增常用語
phrase-standard = 補上標準常用語
phrase-code = 代碼
phrase-code-hint = 字母、數字，最多 { $most } 個，不分大小寫
phrase-places = 用在哪裡
phrase-text = 內容
phrase-text-hint = 要寫進表單的話
phrase-preview = 填好的樣子
phrase-preview-hint = 客戶為虛構；填表時還不知道的內容留白待寫
phrase-empty = 還沒有常用語。可以新增，也可以補上標準的。
phrase-unsaved = 有變更尚未儲存

phrase-fault-no-code = 請填代碼
phrase-fault-code = 代碼只能用字母和數字，最多 { $most } 個
phrase-fault-no-name = 請填名稱
phrase-fault-name-too-long = 名稱有 { $got } 字，最多 { $most } 字
phrase-fault-nowhere = 請至少選一處使用的地方
phrase-fault-no-words = 請填內容
phrase-fault-too-long = 內容有 { $got } 字，最多 { $most } 字
phrase-fault-twice = 代碼「{ $code }」已有別的常用語在用，請換一個
phrase-refused = 常用語「{ $code }」：{ $fault }。
