## 常用语: put in by a code or from a list; the page of the settings

phrase-list = 常用语
phrase-said = 已插入“{ $name }”
phrase-slot = 〔{ $name }〕
phrase-place-content = 投诉内容
phrase-place-remedy = 客户诉求
phrase-place-reply = 答复客户
phrase-place-report = 汇报
phrase-place-contact = 联系客户
phrase-place-slip = 回单
phrase-place-callback = 回访记录

phrase-page-words = “/代码”加 Tab 插入，或按 { $keys } 选用；占位自动填好
phrase-add = 添加常用语
phrase-standard = 补上标准常用语
phrase-code = 代码
phrase-code-hint = 字母、数字，最多 { $most } 个，不分大小写
phrase-places = 用在哪里
phrase-text = 内容
phrase-text-hint = 要写进表单的话
phrase-preview = 填好的样子
phrase-preview-hint = 客户为虚构；填表时还不知道的内容留空待写
phrase-empty = 还没有常用语。可以添加，也可以补上标准的。
phrase-unsaved = 有改动还没有保存

phrase-fault-no-code = 请填代码
phrase-fault-code = 代码只能用字母和数字，最多 { $most } 个
phrase-fault-no-name = 请填名称
phrase-fault-name-too-long = 名称有 { $got } 字，最多 { $most } 字
phrase-fault-nowhere = 请至少选一处使用的地方
phrase-fault-no-words = 请填内容
phrase-fault-too-long = 内容有 { $got } 字，最多 { $most } 字
phrase-fault-twice = 代码“{ $code }”已有别的常用语在用，请换一个
phrase-refused = 常用语“{ $code }”：{ $fault }。
